import type { CompiledMetric } from '../policy/compiled-policy.ts'
import { clockIdOf } from './clock-of-cycle.ts'
import type { Cycle } from './cycles.ts'
import { bornSettled, replayMetrics, type ClockInput } from './derive-clocks.ts'
import { historyOf, type History } from './history.ts'
import { initialFacts } from './ticket-facts.ts'

/** One clock's life as it was replayed. */
export interface FoundCycle {
  readonly metric: CompiledMetric
  readonly cycle: Cycle
  readonly history: History
}

/** The life of a clock that `deriveClocks` gave for the same input; null where there is none to replay. */
export function findCycle({ policy, ticket, events, now }: ClockInput, clockId: string): FoundCycle | null {
  if (policy === null) return null
  const history = historyOf(ticket, events, now)
  const initial = initialFacts(ticket, history.events)
  if (history.problem !== null || bornSettled(initial) !== null) return null
  for (const { metric, cycles } of replayMetrics(policy, history, initial)) {
    const cycle = cycles.find(({ number }) => clockIdOf(metric, number) === clockId)
    if (cycle !== undefined) return { metric, cycle, history }
  }
  return null
}
