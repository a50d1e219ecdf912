import type { CompiledAttainmentGoal, CompiledMetric, CompiledPolicy } from '../policy/compiled-policy.ts'
import type { Clock } from '../records/clock.ts'
import { breachOf, clockIdOf } from './clock-of-cycle.ts'
import { matches } from './conditions.ts'
import { currentSegment, type Cycle } from './cycles.ts'
import { replayMetrics, type ClockInput } from './derive-clocks.ts'
import { historyOf } from './history.ts'
import { promisedSince, reachedAt } from './measure.ts'
import { initialFacts } from './ticket-facts.ts'

/** A run of a promise that a goal of its contract is about, once it is decided. `at` in UTC milliseconds. */
export interface GoalOutcome {
  readonly goal: CompiledAttainmentGoal
  readonly kept: boolean
  readonly at: number
}

/**
 * What the attainment goals of a contract make of a ticket. A goal measures with the calendar, the pauses and the
 * exclusions of the clock it is about, and only its length is its own: a contract may promise 4 h in 90 % of cases
 * without promising any one case a figure. `clocks` are those derived from the same input.
 */
export function goalOutcomes(input: ClockInput, clocks: readonly Clock[]): GoalOutcome[] {
  const { policy, ticket, events, now } = input
  if (policy === null || policy.attainmentGoals.length === 0) return []
  const states = new Map(clocks.map(({ id, state }) => [id, state]))
  const history = historyOf(ticket, events, now)
  const outcomes: GoalOutcome[] = []
  for (const { metric, cycles } of replayMetrics(policy, history, initialFacts(ticket, history.events))) {
    const goals = policy.attainmentGoals.filter((goal) => goal.metric === metric.metric)
    for (const cycle of goals.length === 0 ? [] : cycles) {
      const state = states.get(clockIdOf(metric, cycle.number))
      if (state === undefined || state === 'cannot-be-computed') continue
      for (const goal of goals) {
        const outcome = outcomeOf(policy, metric, goal, cycle, history.now)
        if (outcome !== null) outcomes.push(outcome)
      }
    }
  }
  return outcomes
}

/** Null where the goal is not about this run, or nothing is decided yet, or it ended without counting. */
function outcomeOf(
  policy: CompiledPolicy,
  metric: CompiledMetric,
  goal: CompiledAttainmentGoal,
  cycle: Cycle,
  now: number,
): GoalOutcome | null {
  const { choice, counting } = currentSegment(cycle)
  if (choice.kind === 'unknown' || choice.target === null) return null
  if (matches(goal.when, cycle.facts, cycle.startedAt) !== 'yes') return null
  const dueAt = reachedAt(policy, choice.target.calendar, cycle, goal.within)
  // The same rule as for the promise itself: what was broken stays broken, whatever the ticket becomes later.
  const missedAt = breachOf(metric, cycle, { dueAt, promisedSince: promisedSince(cycle) }, now)
  if (missedAt !== null) return { goal, kept: false, at: missedAt }
  if (cycle.settledAt === null || cycle.isVoid || counting.kind === 'excluded') return null
  return { goal, kept: true, at: cycle.settledAt }
}
