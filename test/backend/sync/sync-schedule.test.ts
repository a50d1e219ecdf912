import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SourceFault } from '../../../electron/backend/connectors/source-fault.ts'
import { backOffMs } from '../../../electron/backend/sync/back-off.ts'
import { madePage, madeTicket, MONDAY } from '../store/made-pages.ts'
import { ticketSource } from '../store/temporary-store.ts'
import { createSyncWorld, failing, pagesOf, scriptedTickets } from './sync-world.ts'

const page = madePage([{ ticket: madeTicket('1'), events: [] }])

test('waits ever longer, up to a quarter of an hour, and starts over after a success', async () => {
  let down = true
  const connector = scriptedTickets(() =>
    down ? failing(new SourceFault('unreachable', 'no route')) : pagesOf(page),
  )
  const world = createSyncWorld([connector], { random: () => 1 })
  world.sync.start()
  await world.pass(0)
  const waits: number[] = []
  for (let attempt = 0; attempt < 9; attempt += 1) waits.push(await world.passToNextAttempt('desk'))
  expect(waits.map((wait) => wait / 1_000)).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900])
  expect(world.sync.health('desk')).toMatchObject({
    state: 'failing',
    failures: 10,
    fault: { code: 'unreachable', detail: 'no route' },
    lastSuccessAt: null,
  })
  down = false
  await world.passToNextAttempt('desk')
  expect(world.sync.health('desk')).toMatchObject({ state: 'healthy', failures: 0, fault: null })
  down = true
  expect(await world.passToNextAttempt('desk')).toBe(60_000)
  expect(await world.passToNextAttempt('desk')).toBe(10_000)
})

test('draws the wait anywhere below the ceiling, but never at once', () => {
  const fault = new SourceFault('server-error', 'HTTP 503')
  expect(backOffMs(fault, 5, () => 0.25)).toBe(40_000)
  expect(backOffMs(fault, 5, () => 0)).toBe(1_000)
  expect(backOffMs(fault, 5_000, () => 1)).toBe(900_000)
})

test('obeys Retry-After, also when asked by hand and after a restart', async () => {
  let runs = 0
  const connector = scriptedTickets(() => {
    runs += 1
    return failing(new SourceFault('rate-limited', 'HTTP 429', { retryAfterMs: 1_800_000 }))
  })
  const world = createSyncWorld([connector])
  world.sync.start()
  await world.pass(0)
  expect(world.sync.health('desk').nextAttemptAt).toBe(MONDAY + 1_800_000)
  await world.sync.syncNow('desk')
  expect(runs).toBe(1)
  const restarted = createSyncWorld([connector], { store: world.store })
  restarted.sync.start()
  await restarted.pass(60_000)
  expect(runs).toBe(1)
  expect(restarted.sync.health('desk').nextAttemptAt).toBe(MONDAY + 1_800_000)
  await restarted.pass(1_740_000)
  expect(runs).toBe(2)
})

test.each([
  ['a refused log-in', ticketSource('desk'), 'signed-out', 'HTTP 401'],
  [
    'settings the connector refuses',
    ticketSource('desk', { config: { address: '' } }),
    'misconfigured',
    'address: Needed.',
  ],
  [
    'an unknown kind',
    ticketSource('desk', { kind: 'unheard-of' }),
    'misconfigured',
    'no connector "unheard-of"',
  ],
  [
    'a secret of another key',
    ticketSource('desk', { sealedSecrets: { password: '?' } }),
    'misconfigured',
    'stored password',
  ],
])('asks slowly after %s, and says so', async (_, source, code, detail) => {
  const connector = scriptedTickets(() => failing(new SourceFault('signed-out', 'HTTP 401')))
  const world = createSyncWorld([connector], { random: () => 0 })
  world.store.sources.save(source)
  world.sync.start()
  await world.pass(0)
  const health = world.sync.health('desk')
  expect(health).toMatchObject({ state: 'misconfigured', nextAttemptAt: MONDAY + 300_000, fault: { code } })
  expect(health.fault?.detail).toContain(detail)
})

test('hands the connector its secrets in the clear', async () => {
  const seen: unknown[] = []
  const world = createSyncWorld([
    scriptedTickets(({ secrets }) => {
      seen.push(secrets)
      return pagesOf()
    }),
  ])
  world.store.sources.save(ticketSource('desk', { sealedSecrets: { password: `sealed:${btoa('secret')}` } }))
  world.sync.start()
  await world.pass(0)
  expect(seen).toEqual([{ password: 'secret' }])
})

test('one source that breaks does not hinder the others, and its error text stays inside', async () => {
  const error = new TypeError('cannot read password=hunter2')
  const world = createSyncWorld([
    scriptedTickets(() => failing(error)),
    scriptedTickets(
      () => {
        throw error
      },
      { kind: 'throws-at-once' },
    ),
    scriptedTickets(() => pagesOf(page), { kind: 'sound' }),
  ])
  world.store.sources.save(ticketSource('second', { kind: 'throws-at-once' }))
  world.store.sources.save(ticketSource('third', { kind: 'sound' }))
  world.sync.start()
  await world.pass(1_000)
  for (const id of ['desk', 'second']) {
    expect(world.sync.health(id)).toMatchObject({
      state: 'failing',
      fault: { code: 'internal', detail: 'unexpected TypeError while reading the source' },
    })
  }
  expect(world.told.logged).toEqual([error, error])
  expect(world.sync.health('third')).toMatchObject({ state: 'healthy', records: 1 })
})

test('stops at once, even if a connector ignores it, and stores nothing more', async () => {
  const late = Promise.withResolvers<void>()
  let signal: AbortSignal | null = null
  const world = createSyncWorld([
    scriptedTickets(async function* (context) {
      signal = context.signal
      await late.promise
      yield page
    }),
  ])
  world.sync.start()
  await world.pass(0)
  expect(world.sync.health('desk').state).toBe('working')
  await world.sync.stop()
  expect(signal).toMatchObject({ aborted: true })
  late.resolve()
  await world.pass(3_600_000)
  expect(world.store.tickets.count().tickets).toBe(0)
  expect(world.store.sources.run('desk')).toMatchObject({ fault: null, failures: 0 })
})

test('ends a run that gives nothing for ten minutes', async () => {
  const world = createSyncWorld([
    scriptedTickets(async function* () {
      yield page
      await new Promise(() => undefined)
    }),
  ])
  world.sync.start()
  await world.pass(0)
  await world.pass(599_999)
  expect(world.sync.health('desk').state).toBe('working')
  await world.pass(1)
  expect(world.sync.health('desk')).toMatchObject({ state: 'failing', fault: { code: 'timed-out' } })
})

test('after a sleep, what was missed is one run per source, spread over some seconds', async () => {
  const runs: string[] = []
  const draws = [0.1, 0.9]
  const world = createSyncWorld(
    ['scripted', 'other'].map((kind) =>
      scriptedTickets(
        () => {
          runs.push(kind)
          return pagesOf()
        },
        { kind },
      ),
    ),
    { random: () => draws.shift() ?? 0 },
  )
  world.store.sources.save(ticketSource('second', { kind: 'other' }))
  world.sync.start()
  await world.pass(250)
  expect(runs).toEqual(['scripted', 'other'])
  world.sleep(8 * 3_600_000)
  await world.pass(60_000)
  expect(runs).toHaveLength(2)
  await world.pass(1_000)
  expect(runs).toEqual(['scripted', 'other', 'scripted'])
  await world.pass(9_000)
  expect(runs).toEqual(['scripted', 'other', 'scripted', 'other'])
  await world.pass(40_000)
  expect(runs).toHaveLength(4)
})

test('asking during a run gives exactly one more run', async () => {
  let runs = 0
  let atOnce = 0
  const world = createSyncWorld([
    scriptedTickets(async function* () {
      runs += 1
      atOnce += 1
      expect(atOnce).toBe(1)
      for (let turn = 0; turn < 5; turn += 1) await nextTurn()
      yield page
      atOnce -= 1
    }),
  ])
  const asked = [1, 2, 3, 4].map(() => world.sync.syncNow('desk'))
  await Promise.all(asked)
  expect(runs).toBe(2)
  expect(world.sync.health('desk').state).toBe('healthy')
})

test('a paused source is asked only by hand', async () => {
  let runs = 0
  const world = createSyncWorld([
    scriptedTickets(() => {
      runs += 1
      return pagesOf()
    }),
  ])
  world.store.sources.save(ticketSource('desk', { enabled: false }))
  world.sync.start()
  await world.pass(3_600_000)
  expect(runs).toBe(0)
  expect(world.sync.health('desk')).toMatchObject({ state: 'paused', nextAttemptAt: null })
  await world.sync.syncNow('desk')
  await world.pass(3_600_000)
  expect(runs).toBe(1)
  world.store.sources.save(ticketSource('desk'))
  world.sync.sourceSaved('desk')
  await world.pass(0)
  expect(runs).toBe(2)
  world.store.sources.save(ticketSource('desk', { enabled: false }))
  world.sync.sourceSaved('desk')
  await world.pass(3_600_000)
  expect(runs).toBe(2)
})

test('a removed source is no more asked', async () => {
  let runs = 0
  const world = createSyncWorld([
    scriptedTickets(() => {
      runs += 1
      return pagesOf(page)
    }),
  ])
  world.sync.start()
  await world.pass(0)
  await world.sync.sourceRemoved('desk')
  world.store.sources.remove('desk')
  await world.pass(3_600_000)
  expect(runs).toBe(1)
  expect(() => world.sync.health('desk')).toThrow('no source desk')
})
