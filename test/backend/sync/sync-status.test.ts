import { expect, test } from 'vitest'
import type { Cursor, StatusReading } from '../../../electron/backend/connectors/connector.ts'
import type { StatusSnapshot } from '../../../shared/records/status-page.ts'
import { temporaryStore, ticketSource } from '../store/temporary-store.ts'
import { MONDAY } from '../store/made-pages.ts'
import { createSyncWorld, scriptedStatus, type SyncWorld } from './sync-world.ts'

const snapshot: StatusSnapshot = {
  format: 'statuspage',
  pageName: 'Carrier',
  pageUrl: null,
  overallRaw: 'none',
  overallDescription: null,
  overall: 'operational',
  pageUpdatedAt: null,
  components: [],
  incidents: [],
}
const answer: StatusReading = {
  snapshot,
  cursor: { etag: 'a' },
  pollAfterMs: null,
  refusals: [],
  clockSkewMs: null,
}

function worldOf(readings: readonly StatusReading[], cursors: (Cursor | null)[] = []): SyncWorld {
  const left = [...readings]
  const connector = scriptedStatus((_, cursor) => {
    cursors.push(cursor)
    const next = left.shift() ?? { ...answer, snapshot: 'unchanged' as const }
    return Promise.resolve(next)
  })
  const store = temporaryStore()
  store.sources.remove('desk')
  store.sources.save(ticketSource('carrier', { role: 'status', kind: 'scripted-status', name: 'Carrier' }))
  const world = createSyncWorld([connector], { store })
  world.sync.start()
  return world
}

test('keeps the page and asks conditionally; "unchanged" is an answer like any other', async () => {
  const cursors: (Cursor | null)[] = []
  const world = worldOf([{ ...answer, clockSkewMs: -20 }], cursors)
  await world.pass(0)
  await world.pass(60_000)
  expect(cursors).toEqual([null, { etag: 'a' }])
  expect(world.told.status).toEqual(['carrier', 'carrier'])
  expect(world.store.status.pages()).toEqual([
    { sourceId: 'carrier', name: 'Carrier', snapshot, checkedAt: MONDAY + 60_000, changedAt: MONDAY },
  ])
  expect(world.sync.health('carrier')).toMatchObject({
    state: 'healthy',
    lastSuccessAt: MONDAY + 60_000,
    clockSkewMs: -20,
  })
})

test('grants a source its wish for rest up to an hour, and calls it stale only after that', async () => {
  const world = worldOf([
    { ...answer, pollAfterMs: 600_000 },
    { ...answer, pollAfterMs: 31_536_000_000 },
    { ...answer, pollAfterMs: 5_000 },
  ])
  await world.pass(0)
  expect(world.sync.health('carrier').staleAfterMs).toBe(1_800_000)
  expect(await world.passToNextAttempt('carrier')).toBe(600_000)
  expect(await world.passToNextAttempt('carrier')).toBe(3_600_000)
  expect(await world.passToNextAttempt('carrier')).toBe(60_000)
})

test('lists what the last reading refused, and nothing of the readings before', async () => {
  const world = worldOf([
    { ...answer, refusals: [{ place: 'incident 7', reason: 'no date' }] },
    { ...answer, refusals: [{ place: 'incident 9', reason: 'no title' }] },
  ])
  await world.pass(0)
  await world.pass(60_000)
  expect(world.store.sources.refusals('carrier', 10).refusals).toEqual([
    { place: 'incident 9', reason: 'no title', at: MONDAY + 60_000 },
  ])
  await world.pass(60_000)
  expect(world.sync.health('carrier').refusals).toBe(0)
})

test('"not modified" to a first question is no answer', async () => {
  const world = worldOf([{ ...answer, snapshot: 'unchanged' }])
  await world.pass(0)
  expect(world.sync.health('carrier')).toMatchObject({
    state: 'failing',
    lastSuccessAt: null,
    fault: { code: 'not-the-expected-source' },
  })
  expect(world.store.status.pages()).toEqual([])
})
