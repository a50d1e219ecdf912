import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createHttpClient } from '../../../electron/backend/connectors/http/client.ts'
import { requestTracker } from '../../../electron/backend/connectors/request-tracker/connector.ts'
import { startDemoServers } from '../../../electron/backend/demo/demo-servers.ts'
import { demoSettings, demoSources } from '../../../electron/backend/demo/demo-sources.ts'
import { attainmentReport } from '../../../electron/backend/sla/attainment-report.ts'
import { loadPolicies } from '../../../electron/backend/sla/policy-library.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { temporaryStore } from '../store/temporary-store.ts'

const BEGAN = Date.UTC(2026, 5, 15, 12)

test('the past of the demo has promises kept, broken and excluded, most of them kept, under each contract', async () => {
  const store = temporaryStore()
  const now = (): number => BEGAN
  const servers = await startDemoServers({ seed: 1, beganAt: BEGAN }, now)
  try {
    const draft = demoSources(servers, 10).find(({ name }) => name.endsWith('archive'))
    const config = requestTracker.configSchema.parse(draft?.config)
    const http = createHttpClient({ userAgent: 'Meridian/test', now })
    const { signal } = new AbortController()
    for await (const page of requestTracker.pull(
      { config, secrets: { password: 'demo' }, http, now, signal },
      null,
    )) {
      store.tickets.applyPage('desk', page, { now: BEGAN })
    }
  } finally {
    await servers.stop()
  }

  const shipped = resolve(import.meta.dirname, '../../../resources/policies')
  const policies = loadPolicies({ shipped, own: null }, createPublicHolidays())
  const parts = { tickets: store.tickets, policies, settings: demoSettings, now, log: () => {} }
  const months = { from: '2026-03', to: '2026-06', timeZone: 'Etc/UTC', policyId: null, customer: null }
  const sums = new Map<string, { met: number; breached: number; excluded: number }>()
  for await (const item of attainmentReport(months, parts)) {
    if (item.kind === 'progress') continue
    expect(item.notComputable).toBe(0)
    expect(item.tickets).toBeGreaterThan(600)
    expect(item.goals.length).toBeGreaterThan(20)
    for (const { policyId, metric, met, breached, excluded } of item.rows) {
      const key = `${policyId} ${metric}`
      const sum = sums.get(key) ?? { met: 0, breached: 0, excluded: 0 }
      sums.set(key, {
        met: sum.met + met,
        breached: sum.breached + breached,
        excluded: sum.excluded + excluded,
      })
    }
  }
  expect([...sums.keys()].toSorted()).toEqual([
    'ipass-help-desk first-response',
    'wireless-logic-sim-assist first-response',
    'wireless-logic-sim-assist resolution',
  ])
  for (const { met, breached } of sums.values()) {
    expect(breached).toBeGreaterThan(0)
    expect(met / (met + breached)).toBeGreaterThan(0.75)
  }
  expect(sums.get('wireless-logic-sim-assist resolution')?.excluded).toBeGreaterThan(50)
})
