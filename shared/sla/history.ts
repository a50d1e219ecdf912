import type { Reason } from '../records/clock.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** A ticket's life in order, ready to be replayed as of `now`. */
export interface History {
  readonly startedAt: number
  readonly events: readonly TicketEvent[]
  /** The event that tells of the creation, if the source has one. */
  readonly created: TicketEvent | null
  /** The moment to derive for: ours, or the source's where its clock runs a little ahead. */
  readonly now: number
  /** Why nothing can be said of this ticket; `changesAt` is when that may be over. */
  readonly problem: { readonly reason: Reason; readonly changesAt: number | null } | null
}

/** A source's clock may be this far ahead of ours before its events are held to be in the future. */
const CLOCK_AHEAD_ALLOWED_MS = 60_000

/**
 * Puts events in order, drops repeats of the same event and looks for what cannot be: an event before the
 * ticket existed or after now. Events of the same instant keep the order in which they were recorded.
 */
export function historyOf(ticket: TicketFacts, recorded: readonly TicketEvent[], now: number): History {
  const events = inOrder(recorded)
  const created = events.find(({ kind }) => kind === 'created') ?? null
  const startedAt = created === null ? ticket.createdAt : Math.min(ticket.createdAt, created.at)
  const first = events[0]?.at ?? startedAt
  const last = Math.max(events.at(-1)?.at ?? startedAt, startedAt)
  const history = { startedAt, events, created, now: Math.max(now, last) }
  if (last > now + CLOCK_AHEAD_ALLOWED_MS) {
    const reason = { key: 'reason.eventInFuture', values: { at: last } }
    return { ...history, now, problem: { reason, changesAt: last - CLOCK_AHEAD_ALLOWED_MS } }
  }
  if (first < startedAt) {
    const reason = { key: 'reason.eventBeforeCreation', values: { at: first, created: startedAt } }
    return { ...history, problem: { reason, changesAt: null } }
  }
  return { ...history, problem: null }
}

function inOrder(recorded: readonly TicketEvent[]): readonly TicketEvent[] {
  const unique = withoutRepeats(recorded)
  for (let index = 1; index < unique.length; index += 1) {
    if (precedes(unique[index], unique[index - 1])) return unique.toSorted(byTime)
  }
  return unique
}

function withoutRepeats(recorded: readonly TicketEvent[]): readonly TicketEvent[] {
  const seen = new Set<string>()
  for (const { externalId } of recorded) seen.add(externalId)
  if (seen.size === recorded.length) return recorded
  return recorded.filter(({ externalId }) => seen.delete(externalId))
}

function precedes(event: TicketEvent | undefined, other: TicketEvent | undefined): boolean {
  return event !== undefined && other !== undefined && byTime(event, other) < 0
}

/** Whatever else happened at the instant of creation happened to a ticket that existed. */
function byTime(a: TicketEvent, b: TicketEvent): number {
  return a.at - b.at || Number(b.kind === 'created') - Number(a.kind === 'created')
}
