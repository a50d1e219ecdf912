import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Clock } from '../../shared/records/clock.ts'
import { isPending } from '../../shared/records/pending-clock.ts'

// Rows are replaced, never changed, and every row on the board is asked for its clock once per second.
const leading = new WeakMap<BoardRow, Clock | null>()

/**
 * The clock a row is about: the pending one that breaches first, else a paused one, else one that cannot be computed,
 * else one that the contract excludes: what does not count must not look as if it were kept.
 * Null where nothing is owed any more or nothing was promised.
 */
export function leadingClock(row: BoardRow): Clock | null {
  const known = leading.get(row)
  if (known !== undefined) return known
  const found = findLeadingClock(row)
  leading.set(row, found)
  return found
}

function findLeadingClock(row: BoardRow): Clock | null {
  const pending = row.clocks.filter(isPending)
  const due = pending.filter((clock) => dueInstant(clock) !== null).sort(byDueInstant)[0]
  const unknown = row.clocks.find((clock) => clock.state === 'cannot-be-computed')
  const excluded = row.clocks.find((clock) => clock.state === 'excluded' && clock.settledAt === null)
  return due ?? pending[0] ?? unknown ?? excluded ?? null
}

/** When a clock breaches or breached; null while no such instant is known. */
export function dueInstant(clock: Clock): number | null {
  return clock.dueAt ?? clock.breachedAt
}

function byDueInstant(left: Clock, right: Clock): number {
  return (dueInstant(left) ?? 0) - (dueInstant(right) ?? 0)
}
