import type { RehearsalDifference } from '../../shared/contract/policies.ts'
import type { ClockState } from '../../shared/records/clock.ts'

/** Where a clock stands under one policy. */
export type ClockOutcome = NonNullable<RehearsalDifference['before']>

export type OutcomeWord = ClockState | 'answered-late'

/** A promise that was broken and then answered is told from one that still is not. */
export function outcomeWord({ state, settledAt, breachedAt }: ClockOutcome): OutcomeWord {
  return state === 'breached' && breachedAt !== null && settledAt !== null ? 'answered-late' : state
}
