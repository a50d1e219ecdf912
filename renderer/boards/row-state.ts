import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Clock } from '../../shared/records/clock.ts'
import { dueInstant, leadingClock } from './leading-clock.ts'

/** What a row's mark says. `nothing-due` and `unknown` differ: one is good, the other is a gap. */
export type RowState =
  | 'breached'
  | 'at-risk'
  | 'ok'
  | 'outside-hours'
  | 'paused'
  | 'excluded'
  | 'unknown'
  | 'nothing-due'

/** State of one clock that is not settled at `now`; the page counts on by itself between messages of the backend. */
export function pendingState(clock: Clock, now: number): Exclude<RowState, 'nothing-due'> {
  if (clock.state === 'cannot-be-computed') return 'unknown'
  if (clock.state === 'breached') return 'breached'
  if (clock.state === 'excluded') return 'excluded'
  if (clock.state === 'paused') return 'paused'
  if (clock.state === 'outside-hours') return 'outside-hours'
  const due = dueInstant(clock)
  if (due !== null && now >= due) return 'breached'
  return clock.atRiskAt !== null && now >= clock.atRiskAt ? 'at-risk' : 'ok'
}

/** State of a row at `now`, which is the state of the clock it is about. */
export function rowState(row: BoardRow, now: number): RowState {
  const clock = leadingClock(row)
  if (clock !== null) return pendingState(clock, now)
  return row.clocks.length === 0 ? 'unknown' : 'nothing-due'
}
