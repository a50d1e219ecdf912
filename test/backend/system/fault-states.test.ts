import { expect, onTestFinished, test } from 'vitest'
import type { FaultCode, SourceState } from '../../../shared/records/source.ts'
import {
  answering,
  dripping,
  failing,
  gzipBomb,
  hangingUp,
  huge,
  slow,
  startVendorServer,
  truncated,
  type Behaviour,
} from '../../servers/vendor-server.ts'
import { addHealthyPage } from './healthy-page.ts'
import { startStandInDesk } from './stand-in-desk.ts'
import { openSystemHub } from './system-hub.ts'

const MINUTE = 60_000
const TICKETS = [{ id: 7, subject: 'APN down', body: 'No data', createdAt: Date.UTC(2026, 10, 22, 8) }]
const LOG_IN_PAGE = '<!DOCTYPE html><html><body><form action="/login">Please log in</form></body></html>'
const ITEMS = JSON.stringify({ items: [] })

/** What comes instead of an answer, and what becomes of the source. */
const FAULTS: readonly (readonly [string, Behaviour, SourceState, FaultCode, string])[] = [
  ['a wrong password', failing(401), 'misconfigured', 'signed-out', 'HTTP 401'],
  ['a right taken away', failing(403), 'misconfigured', 'forbidden', 'HTTP 403'],
  ['a path that is gone', failing(404), 'failing', 'not-found', 'HTTP 404'],
  ['an error of theirs', failing(500), 'failing', 'server-error', 'HTTP 500'],
  ['maintenance', failing(503), 'failing', 'server-error', 'HTTP 503'],
  ['a log-in page', answering(LOG_IN_PAGE, { type: 'text/html' }), 'failing', 'wrong-type', 'text/html'],
  ['a log-in page that says it is JSON', answering(LOG_IN_PAGE), 'failing', 'wrong-type', 'web page'],
  ['half a page', truncated(ITEMS, 5), 'failing', 'truncated', ''],
  ['half a page of unknown length', truncated(ITEMS, 5, { chunked: true }), 'failing', 'truncated', ''],
  ['half a page that looks whole', answering('{"items":['), 'failing', 'truncated', 'not whole'],
  ['another program', answering('{"status":"UP"}'), 'failing', 'not-the-expected-source', 'items'],
  ['100 MB', huge(100_000_000), 'failing', 'too-large', 'longer than'],
  ['100 MB in a small packet', gzipBomb(100_000_000), 'failing', 'too-large', 'longer than'],
  ['nothing in time', slow(5_000, answering(ITEMS)), 'failing', 'timed-out', '0.5 s'],
  ['a byte now and then', dripping(20), 'failing', 'timed-out', '0.5 s'],
  ['a closed door', hangingUp(), 'failing', 'unreachable', 'dropped'],
]

test.each(FAULTS)(
  '%s instead of an answer: a named state, the board as it was, everything else goes on',
  async (_name, instead, state, code, detail) => {
    // Only who waits for the limit needs a short one; unpacking 100 MB takes its time on a busy machine.
    const hub = await openSystemHub({ timeoutMs: code === 'timed-out' ? 500 : 20_000 })
    const page = await addHealthyPage(hub)
    const desk = await startStandInDesk(TICKETS)
    const { id, health } = await hub.add(desk.draft)
    expect(health).toMatchObject({ state: 'healthy', fault: null, records: 1 })
    const readAt = hub.timekeeper.now()

    desk.instead = instead
    await hub.pass(MINUTE)
    expect((await hub.source(id)).health).toMatchObject({
      state,
      fault: { code, detail: expect.stringContaining(detail), at: hub.timekeeper.now() },
      failures: 1,
      lastSuccessAt: readAt,
      records: 1,
    })
    expect(await hub.cases()).toEqual(['7'])
    await page.expectReadWithin(0)

    desk.instead = null
    desk.tickets = [
      ...TICKETS,
      { id: 8, subject: 'Meanwhile', body: '', createdAt: Date.UTC(2026, 10, 22, 9) },
    ]
    await hub.passToNextAttempt(id)
    expect((await hub.source(id)).health).toMatchObject({ state: 'healthy', fault: null, failures: 0 })
    expect(await hub.cases()).toEqual(['7', '8'])
    await page.expectReadWithin(MINUTE)
  },
)

test('a desk that answers every question alike does not keep us reading for ever', async () => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  const desk = await startStandInDesk([])
  const listed = { id: 7, LastUpdated: '2026-11-22T08:00:00Z' }
  desk.on('/REST/2.0/tickets', answering(JSON.stringify({ items: [listed] })))
  const { health } = await hub.add(desk.draft)
  expect(health).toMatchObject({ state: 'failing', fault: { code: 'not-the-expected-source' } })
  await hub.pass(MINUTE)
  await page.expectReadWithin(0)
})

test('an address where nothing listens, and one nobody knows', async () => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  const gone = await startVendorServer()
  await gone.stop()
  for (const [address, code] of [
    [gone.address, 'connection-refused'],
    ['http://desk.nowhere.invalid', 'name-not-found'],
  ] as const) {
    const { id, health } = await hub.add({
      kind: 'request-tracker',
      name: address,
      pollSeconds: 60,
      config: { address, user: 'console' },
      secrets: { password: 'any' },
    })
    expect(health).toMatchObject({ state: 'failing', fault: { code }, lastSuccessAt: null, records: 0 })
    expect((await hub.api.sources.refusals({ sourceId: id })).total).toBe(0)
  }
  await hub.pass(MINUTE)
  await page.expectReadWithin(0)
})

test.each(['self-signed', 'expired', 'wrong-host'] as const)(
  'a certificate that is %s: nothing is sent, least of all the password',
  async (tls) => {
    const hub = await openSystemHub()
    const page = await addHealthyPage(hub)
    const desk = await startStandInDesk(TICKETS, { tls })
    const { id, health } = await hub.add(desk.draft)
    expect(health).toMatchObject({ state: 'failing', fault: { code: 'tls-failed' } })
    expect(desk.requests).toEqual([])
    expect(await hub.passToNextAttempt(id)).toBeGreaterThan(0)
    expect((await hub.source(id)).health).toMatchObject({ failures: 2, fault: { code: 'tls-failed' } })
    await hub.pass(MINUTE)
    await page.expectReadWithin(0)
  },
)

test('a web page at the address of a status page is no healthy provider', async () => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  const vendor = await startVendorServer()
  onTestFinished(() => vendor.stop())
  vendor.on('/', answering(LOG_IN_PAGE, { type: 'text/html' }))
  const { id, health } = await hub.add({
    kind: 'statuspage',
    name: 'Parked',
    config: { address: vendor.address },
  })
  expect(health).toMatchObject({ state: 'failing', fault: { code: 'not-the-expected-source' } })
  expect((await hub.api.status.pages()).map(({ sourceId }) => sourceId)).not.toContain(id)
  await hub.pass(MINUTE)
  await page.expectReadWithin(0)
})
