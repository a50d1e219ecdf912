import { expect, onTestFinished } from 'vitest'
import { answering, startVendorServer } from '../../servers/vendor-server.ts'
import type { SystemHub } from './system-hub.ts'

/** A status page that is read without trouble, beside whatever goes wrong. */
export interface HealthyPage {
  /** It was read again within the last `ms`, and says what it says. */
  expectReadWithin(ms: number): Promise<void>
}

const SUMMARY = {
  page: { id: 'pg-calm', name: 'Calm Carrier', url: 'https://status.calm.example' },
  status: { indicator: 'none', description: 'All systems operational' },
  components: [{ id: 'c1', name: 'Voice', status: 'operational' }],
  incidents: [],
  scheduled_maintenances: [],
}

export async function addHealthyPage(hub: SystemHub): Promise<HealthyPage> {
  const vendor = await startVendorServer()
  onTestFinished(() => vendor.stop())
  vendor.on('/', answering(JSON.stringify(SUMMARY)))
  const { id } = await hub.add({
    kind: 'statuspage',
    name: 'Calm Carrier',
    pollSeconds: 60,
    config: { address: vendor.address },
  })

  return {
    async expectReadWithin(ms) {
      const { health } = await hub.source(id)
      expect(health).toMatchObject({ state: 'healthy', fault: null, failures: 0 })
      expect(hub.timekeeper.now() - (health.lastSuccessAt ?? 0)).toBeLessThanOrEqual(ms)
      const page = (await hub.api.status.pages()).find(({ sourceId }) => sourceId === id)
      expect(page).toMatchObject({ checkedAt: health.lastSuccessAt, snapshot: { overall: 'operational' } })
    },
  }
}
