import { expect, onTestFinished, test } from 'vitest'
import type { Cursor } from '../../../electron/backend/connectors/connector.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import { RT_USERS, startRequestTracker } from '../../servers/request-tracker.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'
import { deskTime, eventKindsOf, readDesk, startBusyDesk, type DeskTicket } from './kill-desk.ts'
import { KILLED_SOURCE, killInMidSync, runOnce } from './kill-harness.ts'
import { seededRandom } from './seeded-random.ts'

const KILLS = 50
const TICKETS = 120
/** RT stamps a change before it is committed, so that one may show up this much later than its time says. */
const COMMIT_MS = 5_000

const started = await startRequestTracker()
const missing = 'missing' in started ? started.missing : ''

/** What the database held after a kill. */
interface Held {
  readonly inspectedAt: number
  /** Null before the first page. */
  readonly cursor: Cursor | null
  /** Ids of the events by ticket. */
  readonly events: ReadonlyMap<string, readonly string[]>
  readonly eventCount: number
}

function look(store: Store): Held {
  const events = store.tickets.presentExternalIds(KILLED_SOURCE).map((id) => {
    const held = store.tickets.get(`${KILLED_SOURCE}:${id}`)
    return [id, held?.events.map(({ event }) => event.externalId) ?? []] as const
  })
  const cursor = store.sources.run(KILLED_SOURCE).cursor
  const eventCount = store.tickets.count().events
  return { inspectedAt: Date.now(), cursor, events: new Map(events), eventCount }
}

/** Everything that is held, for comparing two states. */
function everything(store: Store) {
  const ids = store.tickets.presentExternalIds(KILLED_SOURCE)
  // Since when the desk has been quiet is a note by our own clock; where the reading stands is the rest.
  const {
    quietDigest: _digest,
    quietSince: _since,
    ...cursor
  } = store.sources.run(KILLED_SOURCE).cursor ?? {}
  return {
    cursor,
    tickets: ids.map((id) => store.tickets.get(`${KILLED_SOURCE}:${id}`)),
    refusals: store.sources.refusals(KILLED_SOURCE, 1_000),
  }
}

/** Ticket by ticket and transaction by transaction: what is held is what the desk says, each once. */
function compare({ tickets }: ReturnType<typeof everything>, desk: readonly DeskTicket[]): void {
  expect(tickets).toHaveLength(desk.length)
  const held = new Map(tickets.map((found) => [found?.ticket.externalId, found]))
  for (const { id, Subject, Status, LastUpdated, history } of desk) {
    const { ticket, events = [] } = held.get(id) ?? {}
    expect(ticket).toMatchObject({
      externalId: id,
      subject: Subject,
      rawStatus: Status,
      updatedAt: deskTime(LastUpdated),
      absence: null,
    })
    const told = history.filter((entry) => eventKindsOf(entry).length > 0)
    const byId = events.toSorted((a, b) => Number(a.event.externalId) - Number(b.event.externalId))
    expect(byId.map(({ event }) => [event.externalId, event.at])).toEqual(
      told.map((entry) => [entry.id, deskTime(entry.Created)]),
    )
    for (const [index, entry] of told.entries()) {
      expect(eventKindsOf(entry)).toContain(byId[index]?.event.kind)
    }
  }
}

function textsOf({ tickets }: ReturnType<typeof everything>): string[] {
  return tickets.flatMap((held) =>
    (held?.events ?? []).flatMap(({ event }) => ('text' in event ? [event.text] : [])),
  )
}

/** What was changed before `since` on a ticket that was at rest then, and is not held: the cursor has run ahead of it. */
function overtaken({ cursor, events, inspectedAt }: Held, desk: readonly DeskTicket[]): string[] {
  // Nothing is promised before the first page.
  if (cursor === null) return []
  const since = deskTime(String(cursor['since'])) - COMMIT_MS
  const readUpTo =
    cursor['phase'] === 'first-reading' ? Number(cursor['afterTicket']) : Number.POSITIVE_INFINITY
  return desk
    .filter(({ id }) => Number(id) <= readUpTo)
    .flatMap(({ id, history }) => {
      const soFar = history.filter(({ Created }) => deskTime(Created) <= inspectedAt)
      const isAtRest = soFar.every(({ Created }) => deskTime(Created) < since)
      const expected = soFar.filter((entry) => eventKindsOf(entry).length > 0)
      const held = new Set(events.get(id))
      return isAtRest
        ? expected.filter((entry) => !held.has(entry.id)).map((entry) => `${id}: ${entry.id}`)
        : []
    })
}

test.skipIf(missing !== '')(
  `killed ${KILLS} times while it reads a busy Request Tracker: nothing lost, nothing doubled ${missing}`,
  { timeout: 240_000 },
  async () => {
    if ('missing' in started) throw new Error(started.missing)
    const rt = started
    onTestFinished(() => rt.stop())
    const random = seededRandom(20_261_122)
    const busy = await startBusyDesk(rt, TICKETS, random)
    const states: Held[] = []
    let last: ReturnType<typeof everything> = {
      cursor: {},
      tickets: [],
      refusals: { refusals: [], total: 0 },
    }
    const plan = {
      dataDirectory: temporaryDirectory(),
      source: {
        kind: 'request-tracker',
        config: { address: rt.address, user: 'console' },
        secrets: { password: RT_USERS.console },
      },
      kills: KILLS,
      longestLifeMs: 3_000,
      random,
      beforeLastRun: () => busy.rest(),
      afterKill(store: Store) {
        states.push(look(store))
        last = everything(store)
      },
    }
    const report = await killInMidSync(plan)

    const desk = await readDesk(rt)
    compare(last, desk)
    expect(textsOf(last).sort()).toEqual(busy.written.toSorted())
    for (const state of states) {
      expect(overtaken(state, desk)).toEqual([])
    }

    const afterLastRun = last
    await runOnce(plan)
    expect(last).toEqual(afterLastRun)

    // Otherwise this would prove nothing: the kills hit readings under way, the first one too, while changes came in.
    expect(report.inMidRun).toBeGreaterThan(KILLS / 2)
    expect(report.afterPages).toBeGreaterThan(KILLS / 3)
    expect(states.map(({ cursor }) => cursor?.['phase'])).toContain('first-reading')
    const grown = states.filter(({ eventCount }, index) => eventCount > (states[index - 1]?.eventCount ?? 0))
    expect(grown.length).toBeGreaterThan(KILLS / 3)
  },
)
