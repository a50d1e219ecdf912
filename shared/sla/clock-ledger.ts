import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import type { LedgerEntry, Reason } from '../records/clock.ts'
import { within } from '../time/business-time.ts'
import type { CompiledCalendar } from '../time/compiled-calendar.ts'
import { stretches } from '../time/stretches.ts'
import { breachOf, clockIdOf } from './clock-of-cycle.ts'
import { currentSegment, type Cycle, type Segment } from './cycles.ts'
import { bornSettled, replayMetrics, type ClockInput } from './derive-clocks.ts'
import { historyOf } from './history.ts'
import { calendarOf, measure } from './measure.ts'
import { initialFacts } from './ticket-facts.ts'

/**
 * Every second of one clock from its start to its end or now: in order, without gaps, half-open, each with its
 * label and the event that caused it. Empty for a clock that counts nothing. Throws a CalendarFault for
 * instants no calendar reaches.
 */
export function clockLedger(input: ClockInput & { readonly clockId: string }): LedgerEntry[] {
  const { policy, ticket, events, now, clockId } = input
  if (policy === null) return []
  const history = historyOf(ticket, events, now)
  const initial = initialFacts(ticket, history.events)
  if (history.problem !== null || bornSettled(initial) !== null) return []
  for (const { metric, cycles } of replayMetrics(policy, history, initial)) {
    const cycle = cycles.find(({ number }) => clockIdOf(metric, number) === clockId)
    if (cycle === undefined) continue
    const { choice } = currentSegment(cycle)
    if (choice.kind !== 'promised') return []
    const measured = measure(policy, metric, cycle, choice)
    const breachedAt = breachOf(policy, cycle, measured, history.now) ?? Infinity
    return entriesOf(policy, cycle, choice.target.calendar, choice.target.promise, breachedAt)
  }
  return []
}

type Piece = Omit<LedgerEntry, 'countedMs'>

function entriesOf(
  policy: CompiledPolicy,
  cycle: Cycle,
  inForce: CompiledCalendar,
  promise: string,
  breachedAt: number,
): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  let countedMs = 0
  for (const segment of splitAtCauses(cycle)) {
    const calendar = calendarOf(policy, segment, inForce)
    for (const piece of piecesOf(segment, calendar, promise, breachedAt)) {
      if (segment.counting.kind === 'counted') countedMs += within(calendar, piece.from, piece.to)
      entries.push({ ...piece, countedMs })
    }
  }
  return entries
}

/** Segments, divided also where an event armed the clock again. */
function splitAtCauses({ segments, rearmedBy }: Cycle): Segment[] {
  return segments.flatMap((segment) => {
    const pieces: Segment[] = []
    let rest = segment
    for (const event of rearmedBy) {
      if (event.at <= rest.from || event.at >= rest.to) continue
      pieces.push({ ...rest, to: event.at })
      rest = { ...rest, from: event.at, cause: event }
    }
    return [...pieces, rest].filter(({ from, to }) => to > from)
  })
}

function piecesOf(
  segment: Segment,
  calendar: CompiledCalendar,
  promise: string,
  breachedAt: number,
): Piece[] {
  const { from, to, counting } = segment
  const cause = segment.cause?.externalId ?? null
  if (counting.kind === 'paused') {
    const reason = { key: `ledger.paused.${counting.status}`, values: {} }
    return [{ from, to, label: 'paused', causeEventId: cause, reason }]
  }
  if (counting.kind === 'excluded') {
    const reason = { key: 'ledger.excluded', values: { because: counting.because } }
    return [{ from, to, label: 'excluded', causeEventId: cause, reason }]
  }
  const pieces = stretches(calendar, from, to).flatMap(({ from: start, to: end, kind }): Piece[] => {
    if (kind !== 'open') return [pieceOf(start, end, kind, kind)]
    const breach = Math.min(end, Math.max(start, breachedAt))
    return [
      pieceOf(start, breach, 'counted', 'counted', { promise }),
      pieceOf(breach, end, 'overdue', 'overdue', { promise }),
    ].filter((piece) => piece.to > piece.from)
  })
  return pieces.map((piece, index) => (index === 0 ? { ...piece, causeEventId: cause } : piece))
}

function pieceOf(
  from: number,
  to: number,
  label: LedgerEntry['label'],
  key: string,
  values: Reason['values'] = {},
): Piece {
  return { from, to, label, causeEventId: null, reason: { key: `ledger.${key}`, values } }
}
