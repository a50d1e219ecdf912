import type { BoardRow } from '../../shared/records/board-row.ts'
import { dueInstant, leadingClock } from './leading-clock.ts'

/** Where a row stands in the order of consequence. */
interface Weight {
  /** 0: a due time is known; 1: nobody can say; 2: paused; 3: nothing is owed. */
  readonly band: number
  readonly due: number
}

// Rows are replaced, never changed, so what was found out about one holds for as long as it exists.
const weights = new WeakMap<BoardRow, Weight>()

/**
 * Breached first, then due soonest: both are one order by due instant, since a breach is a due instant that has
 * passed. Then what cannot be computed, then paused, then rows that owe nothing. Ties go to the more severe, then to
 * the older case (order of receipt).
 */
export function compareConsequence(left: BoardRow, right: BoardRow): number {
  const a = weightOf(left)
  const b = weightOf(right)
  return (
    a.band - b.band ||
    a.due - b.due ||
    (left.severityRank ?? Infinity) - (right.severityRank ?? Infinity) ||
    left.createdAt - right.createdAt ||
    (left.ticketId < right.ticketId ? -1 : 1)
  )
}

function weightOf(row: BoardRow): Weight {
  const known = weights.get(row)
  if (known !== undefined) return known
  const made = weigh(row)
  weights.set(row, made)
  return made
}

function weigh(row: BoardRow): Weight {
  const clock = leadingClock(row)
  if (clock === null) return { band: row.clocks.length === 0 ? 1 : 3, due: 0 }
  if (clock.state === 'cannot-be-computed') return { band: 1, due: 0 }
  if (clock.state === 'excluded') return { band: 3, due: 0 }
  const due = dueInstant(clock)
  if (due !== null && clock.state !== 'paused') return { band: 0, due }
  return { band: 2, due: due ?? 0 }
}
