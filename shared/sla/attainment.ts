import type { Clock } from '../records/clock.ts'
import { goalOutcomes, type GoalOutcome } from './attainment-goals.ts'
import { deriveClocks, type ClockInput } from './derive-clocks.ts'

export type Outcome = 'met' | 'breached' | 'excluded'

/** A promise that is over: kept, broken, or ended without counting. `at` is the deciding instant, UTC milliseconds. */
export interface DecidedClock {
  readonly metric: string
  readonly outcome: Outcome
  readonly at: number
}

/** What a ticket adds to the shares of its contract, as of the input's `now`. */
export interface TicketOutcomes {
  readonly clocks: readonly DecidedClock[]
  readonly goals: readonly GoalOutcome[]
  /** False where one of its clocks cannot be computed. */
  readonly isComputable: boolean
}

export function ticketOutcomes(input: ClockInput): TicketOutcomes {
  const clocks = deriveClocks(input)
  return {
    clocks: decidedClocks(clocks),
    goals: goalOutcomes(input, clocks),
    isComputable: clocks.every(({ state }) => state !== 'cannot-be-computed'),
  }
}

/**
 * A broken promise is decided at the breach, not when somebody answered late: otherwise a case left alone would count
 * nowhere. What still runs or waits, was never promised, was withdrawn or cannot be computed is decided by nobody.
 */
function decidedClocks(clocks: readonly Clock[]): DecidedClock[] {
  return clocks.flatMap(({ metric, state, breachedAt, settledAt }): DecidedClock[] => {
    if (state === 'breached' && breachedAt !== null) return [{ metric, outcome: 'breached', at: breachedAt }]
    if (settledAt === null || (state !== 'met' && state !== 'excluded')) return []
    return [{ metric, outcome: state, at: settledAt }]
  })
}
