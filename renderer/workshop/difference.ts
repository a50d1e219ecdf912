import type { RehearsalDifference } from '../../shared/contract/policies.ts'
import type { ClockState } from '../../shared/records/clock.ts'

/** Where a clock stands under one policy. */
export type ClockOutcome = NonNullable<RehearsalDifference['before']>

export type OutcomeWord = ClockState | 'answered-late'

/** What the edited policy would do to a clock: break its promise, keep it, or move it. */
export type ClockChange = 'breach' | 'avoided' | 'other'

export function changeOf({ before, after }: RehearsalDifference): ClockChange {
  const breaksNow = before !== null && before.breachedAt !== null
  const wouldBreak = after !== null && after.breachedAt !== null
  if (breaksNow === wouldBreak) return 'other'
  return wouldBreak ? 'breach' : 'avoided'
}

/** A promise that was broken and then answered is told from one that still is not. */
export function outcomeWord({ state, settledAt, breachedAt }: ClockOutcome): OutcomeWord {
  return state === 'breached' && breachedAt !== null && settledAt !== null ? 'answered-late' : state
}
