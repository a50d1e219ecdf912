import type { Clock } from '../../shared/records/clock.ts'
import { pendingState } from '../boards/row-state.ts'
import type { StateName } from '../ui/state-mark.tsx'

export type ClockWord =
  | 'running'
  | 'at-risk'
  | 'paused'
  | 'outside-hours'
  | 'met'
  | 'breached'
  | 'answered-late'
  | 'excluded'
  | 'not-promised'
  | 'cannot-be-computed'

/** The word for a clock at `now`. Excluded and not promised have their own: neither is ever said to be met. */
export function clockWord(clock: Clock, now: number): ClockWord {
  if (clock.state === 'excluded' || clock.state === 'not-promised' || clock.state === 'met')
    return clock.state
  if (clock.settledAt !== null) return clock.breachedAt === null ? 'met' : 'answered-late'
  const state = pendingState(clock, now)
  if (state === 'ok') return 'running'
  return state === 'unknown' ? 'cannot-be-computed' : state
}

/** Colour and shape for each word. */
export const CLOCK_MARKS: Record<ClockWord, StateName> = {
  running: 'ok',
  'at-risk': 'at-risk',
  paused: 'paused',
  'outside-hours': 'outside-hours',
  met: 'ok',
  breached: 'breached',
  'answered-late': 'degraded',
  excluded: 'paused',
  'not-promised': 'unknown',
  'cannot-be-computed': 'unknown',
}
