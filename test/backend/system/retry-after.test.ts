import { expect, test } from 'vitest'
import { rateLimited } from '../../servers/vendor-server.ts'
import { addHealthyPage } from './healthy-page.ts'
import { startStandInDesk } from './stand-in-desk.ts'
import { openSystemHub } from './system-hub.ts'

test.each([
  ['in seconds', () => '600'],
  ['as a date', () => new Date(Date.now() + 600_000).toUTCString()],
])('a wait asked for %s is kept, also when a person asks for more', async (_form, retryAfter) => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  const desk = await startStandInDesk([])
  const { id } = await hub.add(desk.draft)

  desk.instead = rateLimited(retryAfter())
  await hub.pass(60_000)
  const { health } = await hub.source(id)
  expect(health).toMatchObject({ state: 'failing', fault: { code: 'rate-limited' } })
  const wait = (health.nextAttemptAt ?? 0) - hub.timekeeper.now()
  // The date is read against the Date of the same answer, which is a whole second.
  expect(wait).toBeGreaterThanOrEqual(599_000)
  expect(wait).toBeLessThanOrEqual(601_000)

  desk.instead = null
  const asked = desk.requests.length
  await hub.pass(wait - 1)
  await hub.api.sources.syncNow({ sourceId: id })
  await hub.pass(0)
  expect(desk.requests).toHaveLength(asked)
  await page.expectReadWithin(60_000)

  await hub.pass(1)
  expect(desk.requests.length).toBeGreaterThan(asked)
  expect((await hub.source(id)).health).toMatchObject({ state: 'healthy', fault: null })
})
