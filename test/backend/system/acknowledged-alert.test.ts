import { expect, test } from 'vitest'
import type { MeridianClient } from '../../../shared/contract/index.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'
import { startStandInDesk } from './stand-in-desk.ts'
import { openSystemHub, type SystemHub } from './system-hub.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const createdAt = Math.floor(Date.now() / 1000) * 1000 - 5 * MINUTE
const RESPONSE = 'desk:7/first-response'

function personAt(hub: SystemHub, name: string): MeridianClient {
  return hub.as({ name, role: 'operator', via: 'session' })
}

async function next<T>(stream: AsyncIterator<T>): Promise<T> {
  const item = await stream.next()
  if (item.done === true) throw new Error('the stream has ended')
  return item.value
}

/** Each alert's id with who has seen it, as a page that opens now is told. */
async function seenBy(client: MeridianClient): Promise<Record<string, string | null>> {
  const page = new AbortController()
  const { upserts } = await next(await client.alerts.watch({}, { signal: page.signal }))
  page.abort()
  return Object.fromEntries(upserts.map(({ id, acknowledged }) => [id, acknowledged?.by ?? null]))
}

test('a ticket of a desk comes to be at risk, breaches, is acknowledged by one and seen so by another, over a restart', async () => {
  const dataDirectory = temporaryDirectory()
  const hub = await openSystemHub({ startAt: Date.now(), dataDirectory })
  // One hour to the first response: priority 95 of the desk is this contract's most severe.
  await hub.api.settings.update({
    defaultPolicyId: 'wireless-logic-sim-assist',
    policyAssignments: [],
    desks: [],
  })
  const desk = await startStandInDesk([{ id: 7, subject: 'APN down', body: 'No data', createdAt }])
  await hub.add(desk.draft)
  const [ana, bram] = [personAt(hub, 'ana'), personAt(hub, 'bram')]
  expect(await seenBy(ana)).toEqual({})

  await hub.pass(50 * MINUTE)
  expect(await seenBy(ana)).toEqual({ [`${RESPONSE}/at-risk`]: null })
  expect(await ana.alerts.acknowledge({ alertIds: [`${RESPONSE}/at-risk`] })).toEqual({ acknowledged: 1 })

  await hub.pass(10 * MINUTE)
  expect(await seenBy(bram)).toEqual({ [`${RESPONSE}/breached`]: null })
  const page = new AbortController()
  const stream = await bram.alerts.watch({}, { signal: page.signal })
  await next(stream)
  await ana.alerts.acknowledge({ alertIds: [`${RESPONSE}/breached`] })
  expect((await next(stream)).upserts).toMatchObject([
    {
      caseNumber: '7',
      severityRank: 0,
      raisedAt: createdAt + HOUR,
      acknowledged: { by: 'ana', at: hub.timekeeper.now() },
    },
  ])
  page.abort()

  const now = hub.timekeeper.now()
  await hub.stop()
  const again = await openSystemHub({ startAt: now + MINUTE, dataDirectory })
  expect(await seenBy(personAt(again, 'bram'))).toMatchObject({ [`${RESPONSE}/breached`]: 'ana' })
  expect(await personAt(again, 'bram').alerts.acknowledge({ alertIds: [`${RESPONSE}/breached`] })).toEqual({
    acknowledged: 0,
  })
})
