import { createHash } from 'node:crypto'
import type { Cursor, RunContext, TicketPage } from '../connector.ts'
import { createRtApi, type RtApi } from './api.ts'
import { parseRtTime, type ListedTicket } from './answers.ts'
import { readCursor, scopeOf, storedCursor, type RtCursor } from './cursor.ts'
import { lastDeparture, readDepartures } from './departures.ts'
import { createEntryReader, type EntriesRead, type ReadEntries } from './entries.ts'
import type { RequestTrackerConfig } from './settings.ts'
import { BATCH_SIZE, listByNumber, listNewestFirst } from './tickets.ts'

/**
 * Changes this much older than the newest one are read again: RT stamps a change before it is committed, and counts
 * whole seconds, so a ticket may change again without its time moving.
 */
const OVERLAP_MS = 120_000

interface Run {
  readonly api: RtApi
  readonly config: RequestTrackerConfig
  readonly readEntries: ReadEntries
  readonly now: () => number
}

/** Everything in scope once, by number; from then on what changed. */
export async function* pull(
  context: RunContext<RequestTrackerConfig>,
  cursor: Cursor | null,
): AsyncIterable<TicketPage> {
  const { config, now } = context
  const api = createRtApi(context)
  const run: Run = { api, config, now, readEntries: await createEntryReader(api, config) }
  const held = readCursor(cursor, config) ?? (await beginning(run))
  if (held.phase === 'changes') yield* readChanges(run, held)
  else yield* readEverything(run, held)
}

/** Notes where changes stand before anything is read, so that what changes meanwhile is read again afterwards. */
async function beginning({ api, config }: Run): Promise<RtCursor> {
  let newest = ''
  for await (const items of listNewestFirst(api, config.queues)) {
    newest = items[0]?.LastUpdated ?? ''
    break
  }
  return {
    scope: scopeOf(config),
    phase: 'first-reading',
    afterTicket: '0',
    done: 0,
    since: newest,
    departures: await lastDeparture(api),
    quietDigest: '',
    quietSince: 0,
  }
}

async function* readEverything(run: Run, held: RtCursor): AsyncIterable<TicketPage> {
  let cursor = held
  for (;;) {
    const { items, total } = await listByNumber(run.api, run.config.queues, cursor.afterTicket)
    const expected = total === null ? null : cursor.done + total
    if (items.length === 0) break
    for (const batch of batches(items)) {
      const read = await run.readEntries(batch.map(({ id }) => id))
      const afterTicket = batch.at(-1)?.id ?? cursor.afterTicket
      cursor = { ...cursor, afterTicket, done: cursor.done + batch.length }
      yield pageOf(run, cursor, read, { done: cursor.done, total: expected })
    }
  }
  cursor = { ...cursor, phase: 'changes' }
  yield pageOf(run, cursor, NOTHING_READ, { done: cursor.done, total: cursor.done })
}

async function* readChanges(run: Run, held: RtCursor): AsyncIterable<TicketPage> {
  const changed = await listChanges(run, held.since)
  const digest = digestOf(changed)
  const isQuiet = digest === held.quietDigest && run.now() - held.quietSince >= OVERLAP_MS
  const toRead = isQuiet ? [] : changed
  let cursor = held
  let done = 0
  for (const batch of batches(toRead)) {
    const read = await run.readEntries(batch.map(({ id }) => id))
    done += batch.length
    // A ticket that changed during the run may be newer than its place in this order; since never overtakes it.
    cursor = { ...cursor, since: later(cursor.since, batch.at(-1)?.LastUpdated ?? '') }
    yield pageOf(run, cursor, read, { done, total: toRead.length })
  }
  const departures = await readDepartures(run.api, run.config.queues, cursor.departures)
  const quietSince = digest === held.quietDigest ? held.quietSince : run.now()
  cursor = { ...cursor, departures: departures.last, quietDigest: digest, quietSince }
  const progress = { done, total: toRead.length }
  yield { ...pageOf(run, cursor, NOTHING_READ, progress), absent: departures.absent }
}

/** Tickets changed since `since` or within the overlap before it, oldest change first. */
async function listChanges({ api, config }: Run, since: string): Promise<ListedTicket[]> {
  const horizon = (parseRtTime(since) ?? 0) - OVERLAP_MS
  const changed = new Map<string, ListedTicket>()
  for await (const items of listNewestFirst(api, config.queues)) {
    const recent = items.filter(({ LastUpdated }) => (parseRtTime(LastUpdated) ?? 0) >= horizon)
    // A ticket that changes while the list is read moves to its head and pushes another one onto the next page.
    for (const ticket of recent) if (!changed.has(ticket.id)) changed.set(ticket.id, ticket)
    if (recent.length < items.length) break
  }
  return [...changed.values()].toReversed()
}

const NOTHING_READ: EntriesRead = { entries: [], raw: new Map(), refusals: [] }

function pageOf(
  { api }: Run,
  cursor: RtCursor,
  { entries, refusals }: EntriesRead,
  progress: TicketPage['progress'],
): TicketPage {
  return {
    entries,
    refusals,
    absent: [],
    cursor: storedCursor(cursor),
    progress,
    clockSkewMs: api.clockSkewMs(),
  }
}

function* batches(tickets: readonly ListedTicket[]): Generator<readonly ListedTicket[]> {
  for (let from = 0; from < tickets.length; from += BATCH_SIZE) yield tickets.slice(from, from + BATCH_SIZE)
}

/** RT's times have one length and one zone: they compare as text. */
function later(left: string, right: string): string {
  return left > right ? left : right
}

function digestOf(tickets: readonly ListedTicket[]): string {
  const lines = tickets.map(({ id, LastUpdated }) => `${id} ${LastUpdated}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}
