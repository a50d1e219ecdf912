import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Cursor } from '../../../electron/backend/connectors/connector.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import { connect } from '../../../electron/backend/store/database.ts'
import { SWEEP_EVERY_MS } from '../../../electron/backend/sync/read-source.ts'
import { madeNote, madePage, madeTicket, MONDAY } from '../store/made-pages.ts'
import { temporaryDirectory, temporaryStore, ticketSource } from '../store/temporary-store.ts'
import { createSyncWorld, pagesOf, scriptedTickets } from './sync-world.ts'

const first = madePage([{ ticket: madeTicket('1'), events: [madeNote('1', 'x')] }], {
  cursor: { at: 1 },
  progress: { done: 1, total: 2 },
  clockSkewMs: 1_500,
})
const second = madePage([{ ticket: madeTicket('2'), events: [] }], { cursor: { at: 2 } })

test('reads everything once, then what changed since the cursor', async () => {
  const cursors: (Cursor | null)[] = []
  const world = createSyncWorld([
    scriptedTickets((_, cursor) => {
      cursors.push(cursor)
      return cursor === null ? pagesOf(first, second) : pagesOf(madePage([], { cursor: { at: 3 } }))
    }),
  ])
  expect(world.sync.health('desk').state).toBe('never-run')
  world.sync.start()
  await world.pass(0)
  expect(world.told.tickets).toEqual([['desk:1'], ['desk:2']])
  expect(world.sync.health('desk')).toEqual({
    state: 'healthy',
    lastSuccessAt: MONDAY,
    lastAttemptAt: MONDAY,
    nextAttemptAt: MONDAY + 60_000,
    staleAfterMs: 180_000,
    fault: null,
    failures: 0,
    clockSkewMs: 1_500,
    progress: null,
    refusals: 0,
    records: 2,
  })
  await world.pass(59_999)
  expect(cursors).toEqual([null])
  await world.pass(1)
  expect(cursors).toEqual([null, { at: 2 }])
  expect(world.told.tickets).toHaveLength(2)
})

test('shows how far a long run is, at most twice a second', async () => {
  const release = Promise.withResolvers<void>()
  const world = createSyncWorld([
    scriptedTickets(async function* () {
      for (let done = 1; done <= 10; done += 1) yield { ...first, progress: { done, total: 20 } }
      await release.promise
    }),
  ])
  world.sync.start()
  await world.pass(0)
  expect(world.sync.health('desk')).toMatchObject({ state: 'working', progress: { done: 10, total: 20 } })
  // The run's beginning and the first of ten pages in the same moment.
  expect(world.told.sources).toHaveLength(2)
  release.resolve()
  await world.pass(0)
  expect(world.sync.health('desk')).toMatchObject({ state: 'healthy', progress: null })
})

test('a page that fails midway leaves cursor and records of the page before', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  const db = connect(join(directory, 'meridian.db'))
  db.exec(`CREATE TRIGGER trip BEFORE INSERT ON ticket_events WHEN NEW.external_id = 'trip'
    BEGIN SELECT RAISE(ABORT, 'tripped'); END`)
  const tripping = madePage(
    [
      { ticket: madeTicket('2'), events: [madeNote('1', 'y')] },
      { ticket: madeTicket('3'), events: [madeNote('trip', 'z')] },
    ],
    { cursor: { at: 2 } },
  )
  const cursors: (Cursor | null)[] = []
  const connector = scriptedTickets((_, cursor) => {
    cursors.push(cursor)
    return cursor === null ? pagesOf(first, tripping) : pagesOf(tripping)
  })
  const world = createSyncWorld([connector], { store })
  world.sync.start()
  await world.pass(0)
  expect(store.tickets.count()).toMatchObject({ tickets: 1, events: 1 })
  expect(store.sources.run('desk').cursor).toEqual({ at: 1 })
  expect(world.sync.health('desk').fault).toMatchObject({
    code: 'internal',
    detail: 'the database refused a write (SQLITE_CONSTRAINT_TRIGGER)',
  })
  db.exec('DROP TRIGGER trip')
  db.close()
  await world.passToNextAttempt('desk')
  expect(cursors).toEqual([null, { at: 1 }])
  expect(store.tickets.count()).toMatchObject({ tickets: 3, events: 3 })
  expect(store.sources.run('desk').cursor).toEqual({ at: 2 })
  expect(world.sync.health('desk').state).toBe('healthy')
})

test('a record the database will not hold is listed as refused; its page goes on', async () => {
  const page = madePage(
    [
      { ticket: madeTicket('1'), events: [] },
      { ticket: madeTicket('2', { subject: 'x'.repeat(10_000_000) }), events: [] },
      { ticket: madeTicket('3'), events: [madeNote('1', 'kept')] },
    ],
    { cursor: { at: 7 }, absent: [{ externalId: '3', absence: 'merged' }] },
  )
  const world = createSyncWorld([scriptedTickets(() => pagesOf(page))])
  world.sync.start()
  await world.pass(0)
  expect(world.store.sources.refusals('desk', 10).refusals).toEqual([
    {
      place: 'ticket INC-2',
      reason: 'the database does not hold it: CHECK constraint failed: length(subject) <= 1000',
      at: MONDAY,
    },
  ])
  expect(world.sync.health('desk')).toMatchObject({ state: 'healthy', refusals: 1, records: 2 })
  expect(world.store.sources.run('desk').cursor).toEqual({ at: 7 })
  expect(world.told.tickets).toEqual([['desk:1', 'desk:3']])
  expect(world.store.tickets.get('desk:3')?.ticket.absence).toBe('merged')
})

test('looks for vanished tickets every hour, and not in the first reading', async () => {
  const sweeps: (readonly string[])[] = []
  const world = createSyncWorld([
    scriptedTickets((_, cursor) => (cursor === null ? pagesOf(first, second) : pagesOf()), {
      sweep(_, known) {
        sweeps.push(known)
        return pagesOf(
          madePage([], { absent: [{ externalId: '1', absence: 'deleted' }], cursor: { at: 99 } }),
        )
      },
    }),
  ])
  world.sync.start()
  await world.pass(0)
  expect(sweeps).toEqual([])
  for (let minute = 0; minute < 61; minute += 1) await world.pass(60_000)
  expect(sweeps).toEqual([['1', '2']])
  expect(world.store.sources.run('desk').cursor).toEqual({ at: 2 })
  expect(world.store.tickets.get('desk:1')?.ticket.absence).toBe('deleted')
  expect(world.told.tickets.at(-1)).toEqual(['desk:1'])
  for (let minute = 0; minute * 60_000 < SWEEP_EVERY_MS; minute += 1) await world.pass(60_000)
  expect(sweeps).toEqual([['1', '2'], ['2']])
})

test('a source with changed settings begins anew and is swept at once', async () => {
  const seen: unknown[] = []
  const world = createSyncWorld([
    scriptedTickets(
      ({ config }, cursor) => {
        seen.push([config, cursor])
        return pagesOf(first)
      },
      {
        sweep(_, known) {
          seen.push(known)
          return pagesOf()
        },
      },
    ),
  ])
  world.sync.start()
  await world.pass(0)
  world.store.sources.save(ticketSource('desk', { config: { address: 'https://desk.example' } }))
  world.sync.sourceSaved('desk')
  await world.pass(0)
  expect(seen).toEqual([[{}, null], [{ address: 'https://desk.example' }, null], ['1']])
})

test('what a watched source tells starts a run', async () => {
  let runs = 0
  let change: () => void = () => undefined
  let unwatched = false
  const world = createSyncWorld([
    scriptedTickets(
      () => {
        runs += 1
        return pagesOf()
      },
      {
        watch(_, changed) {
          change = changed
          return () => {
            unwatched = true
          }
        },
      },
    ),
  ])
  world.sync.start()
  await world.pass(0)
  change()
  await world.pass(0)
  expect(runs).toBe(2)
  await world.sync.stop()
  expect(unwatched).toBe(true)
  change()
  await world.pass(0)
  expect(runs).toBe(2)
})

test('a full disk is shown as the fault of the source, which goes on once there is room', async () => {
  const store = temporaryStore()
  let full = true
  function refuseWhileFull(): void {
    if (full) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
  }
  const crowded: Store = {
    ...store,
    tickets: {
      ...store.tickets,
      applyPage(...values) {
        refuseWhileFull()
        return store.tickets.applyPage(...values)
      },
    },
    sources: {
      ...store.sources,
      saveRun(...values) {
        refuseWhileFull()
        store.sources.saveRun(...values)
      },
    },
  }
  const world = createSyncWorld([scriptedTickets(() => pagesOf(first))], { store: crowded })
  world.sync.start()
  await world.pass(0)
  expect(world.sync.health('desk')).toMatchObject({
    state: 'failing',
    fault: { code: 'internal', detail: 'the database refused a write (SQLITE_FULL)' },
  })
  full = false
  await world.passToNextAttempt('desk')
  expect(world.sync.health('desk')).toMatchObject({ state: 'healthy', fault: null, records: 1 })
})

test('a source stays to be interpreted anew until a run has got through', async () => {
  const corrected = ticketSource('desk', { config: { address: 'https://desk.example' } })
  const cursors: (Cursor | null)[] = []
  let isBroken = true
  const world = createSyncWorld([
    scriptedTickets(async function* (_, cursor) {
      cursors.push(cursor)
      yield* pagesOf(first)
      if (isBroken) throw new Error('the line was cut')
      yield* pagesOf(second)
    }),
  ])
  world.store.sources.save(corrected)
  world.sync.start()
  await world.pass(0)
  expect(world.store.sources.run('desk')).toMatchObject({ cursor: { at: 1 }, interpretAnew: true })
  isBroken = false
  await world.passToNextAttempt('desk')
  expect(cursors).toEqual([null, { at: 1 }])
  expect(world.store.sources.run('desk')).toMatchObject({ cursor: { at: 2 }, interpretAnew: false })
})

describe.each(['page', 'end'])('settings corrected about the %s of a reading by the old ones', (moment) => {
  test.each(Array.from({ length: 12 }, (_, turns) => turns))('%i turns on', async (turns) => {
    const corrected = ticketSource('desk', { config: { address: 'https://desk.example' } })
    async function correctSoon(): Promise<void> {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      world.store.sources.save(corrected)
      // Stopped as a save stops it; nobody starts it again.
      void world.sync.stop()
    }
    const world = createSyncWorld([
      scriptedTickets(async function* () {
        if (moment === 'page') void correctSoon()
        yield first
        if (moment === 'end') void correctSoon()
      }),
    ])
    world.sync.start()
    await world.pass(0)
    expect(world.store.sources.run('desk')).toMatchObject({ cursor: null, interpretAnew: true })
  })
})
