import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import type { Clock, LedgerEntry, Reason } from '../records/clock.ts'
import { within } from '../time/business-time.ts'
import type { CompiledCalendar } from '../time/compiled-calendar.ts'
import { holidayDates } from '../time/holiday-dates.ts'
import { stretches, type Stretch } from '../time/stretches.ts'
import { currentSegment, type Cycle, type Segment } from './cycles.ts'
import type { ClockInput } from './derive-clocks.ts'
import { findCycle } from './find-cycle.ts'
import { calendarOf, measure, type Measure } from './measure.ts'

/** A clock with what it was derived from. */
export interface LedgerInput extends ClockInput {
  /** One of those that `deriveClocks` gave for the same input. */
  readonly clock: Clock
}

/**
 * Every second of one clock from its start to its end or now: in order, without gaps, half-open, each with its
 * label and the event that caused it. Empty for a clock without a figure: nothing promised, or not to be computed.
 */
export function clockLedger(input: LedgerInput): LedgerEntry[] {
  const { policy, clock } = input
  if (policy === null || clock.targetMs === null) return []
  const found = findCycle(input, clock.id)
  if (found === null) return []
  const { metric, cycle } = found
  const { choice } = currentSegment(cycle)
  if (choice.kind !== 'promised') return []
  const measured = measure(policy, metric, cycle, choice)
  return entriesOf({
    policy,
    cycle,
    measured,
    inForce: choice.target,
    breachedAt: clock.breachedAt ?? Infinity,
  })
}

interface Life {
  readonly policy: CompiledPolicy
  readonly cycle: Cycle
  readonly measured: Measure
  /** The promise by which the clock is judged, before it was armed again. */
  readonly inForce: Measure['target']
  readonly breachedAt: number
}

type Piece = Omit<LedgerEntry, 'countedMs'>

function entriesOf(life: Life): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  let countedMs = 0
  for (const segment of splitAtCauses(life.cycle)) {
    const calendar = calendarOf(life.policy, segment, life.inForce.calendar)
    for (const piece of piecesOf(life, segment, calendar)) {
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

function piecesOf(life: Life, segment: Segment, calendar: CompiledCalendar): Piece[] {
  const { from, to, counting } = segment
  const cause = segment.cause?.externalId ?? null
  if (counting.kind === 'paused') {
    const reason = { key: `ledger.paused.${counting.status}`, values: {} }
    return [{ from, to, label: 'paused', causeEventId: cause, reason }]
  }
  if (counting.kind === 'paused-when') {
    const reason = { key: 'ledger.pausedWhen', values: { because: counting.because } }
    return [{ from, to, label: 'paused', causeEventId: cause, reason }]
  }
  if (counting.kind === 'excluded') {
    const reason = { key: 'ledger.excluded', values: { because: counting.because } }
    return [{ from, to, label: 'excluded', causeEventId: cause, reason }]
  }
  const promise = promiseOf(life, segment)
  const pieces = stretches(calendar, from, to).flatMap((stretch) =>
    stretch.kind === 'open'
      ? countedPieces(stretch, life.breachedAt, promise)
      : [closedPiece(stretch, calendar)],
  )
  return pieces.map((piece, index) => (index === 0 ? { ...piece, causeEventId: cause } : piece))
}

/** The promise a counted stretch ran under. */
function promiseOf({ policy, measured, inForce }: Life, { from, choice }: Segment): string {
  if (measured.armedBy !== null && from >= measured.armedBy.at) return measured.target.promise
  // What an earlier severity had counted stays counted under its own promise.
  if (policy.policy.reassessment === 'carry-over' && choice.kind === 'promised') return choice.target.promise
  return inForce.promise
}

function countedPieces({ from, to }: Stretch, breachedAt: number, promise: string): Piece[] {
  const breach = Math.min(to, Math.max(from, breachedAt))
  return [
    pieceOf(from, breach, 'counted', { key: 'ledger.counted', values: { promise } }),
    pieceOf(breach, to, 'overdue', { key: 'ledger.overdue', values: { promise } }),
  ].filter((piece) => piece.to > piece.from)
}

function closedPiece({ from, to, kind }: Stretch, calendar: CompiledCalendar): Piece {
  if (kind !== 'holiday') return pieceOf(from, to, 'closed', { key: 'ledger.closed', values: {} })
  const holidays = holidayDates(calendar, from, to)
    .map(({ date, name }) => (name === null ? date : `${date} ${name}`))
    .join(', ')
  return pieceOf(from, to, 'holiday', { key: 'ledger.holiday', values: { holidays } })
}

function pieceOf(from: number, to: number, label: LedgerEntry['label'], reason: Reason): Piece {
  return { from, to, label, causeEventId: null, reason }
}
