import { expect, onTestFinished, test } from 'vitest'
import { answering, redirecting, startVendorServer } from '../../servers/vendor-server.ts'
import { openSystemHub } from './system-hub.ts'

function summaryOf(id: string, name: string, indicator: string): string {
  return JSON.stringify({
    page: { id, name, url: 'https://status.example' },
    status: { indicator, description: indicator },
    components: [],
    incidents: [],
    scheduled_maintenances: [],
  })
}

const OURS = summaryOf('pg-ours', 'Novatel Carrier', 'critical')

test('another page at the same address, directly or by redirect, never speaks for the provider', async () => {
  const hub = await openSystemHub()
  const [vendor, stranger] = [await startVendorServer(), await startVendorServer()]
  onTestFinished(() => vendor.stop())
  onTestFinished(() => stranger.stop())
  vendor.on('/', answering(OURS))
  const { id } = await hub.add({
    kind: 'statuspage',
    name: 'Novatel',
    pollSeconds: 60,
    config: { address: vendor.address },
  })
  const [before] = await hub.api.status.pages()
  expect(before?.snapshot).toMatchObject({ pageName: 'Novatel Carrier', overall: 'major-outage' })

  stranger.on('/', answering(summaryOf('pg-other', 'Somebody Else', 'none')))
  for (const behaviour of [
    answering(summaryOf('pg-parked', 'Parked', 'none')),
    redirecting(`${stranger.address}/`),
  ]) {
    vendor.on('/', behaviour)
    await hub.passToNextAttempt(id)
    expect((await hub.source(id)).health).toMatchObject({
      state: 'failing',
      fault: { code: 'not-the-expected-source', detail: expect.stringContaining('it was "Novatel Carrier"') },
    })
    expect(await hub.api.status.pages()).toEqual([before])
  }

  vendor.on('/', answering(OURS))
  await hub.passToNextAttempt(id)
  expect((await hub.source(id)).health).toMatchObject({ state: 'healthy', fault: null })
})
