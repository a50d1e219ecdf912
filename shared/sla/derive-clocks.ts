import type { CompiledMetric, CompiledPolicy } from '../policy/compiled-policy.ts'
import { isPending, type Clock, type Reason } from '../records/clock.ts'
import { settledStatuses, type TicketStatus } from '../records/ticket.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { CalendarFault } from '../time/calendar-fault.ts'
import { blankClock, clockIdOf, clockOfCycle } from './clock-of-cycle.ts'
import { cyclesOf, type Cycle } from './cycles.ts'
import { historyOf, type History } from './history.ts'
import { initialFacts, type Facts, type TicketFacts } from './ticket-facts.ts'

/** What clocks are derived from. `policy` is null where no contract is assigned; `now` in UTC milliseconds. */
export interface ClockInput {
  readonly policy: CompiledPolicy | null
  readonly ticket: TicketFacts
  readonly events: readonly TicketEvent[]
  readonly now: number
}

/** A metric's runs on one ticket, and what they were replayed from. */
export interface MetricReplay {
  readonly metric: CompiledMetric
  readonly cycles: readonly Cycle[]
}

/**
 * Every promise on a ticket as of `now`, pending ones first by due instant. Nothing is remembered between
 * calls: the same input gives the same clocks.
 */
export function deriveClocks({ policy, ticket, events, now }: ClockInput): Clock[] {
  if (policy === null) return [blankClock('first-response', 'first-response', ticket.createdAt, null)]
  const history = historyOf(ticket, events, now)
  const initial = initialFacts(ticket, history.events)
  const problem = history.problem ?? bornSettled(initial)
  if (problem !== null)
    return policy.metrics.filter(startsWithTicket).map((metric) => cannot(metric, history, problem))
  const statuses = { told: lastTold(history), head: ticket.status }
  const clocks: Clock[] = []
  for (const { metric, cycles } of replayMetrics(policy, history, initial)) {
    for (const cycle of cycles) {
      clocks.push(
        clockOrFault(metric, cycle, () => clockOfCycle(policy, metric, cycle, history.now, statuses)),
      )
    }
  }
  return clocks.sort(byConsequence)
}

/** Replays all metrics, each after the one it waits for. */
export function replayMetrics(policy: CompiledPolicy, history: History, initial: Facts): MetricReplay[] {
  const settled = new Map<string, number>()
  const replays: MetricReplay[] = []
  for (const metric of policy.metrics) {
    const mayStartFrom = metric.after === null ? -Infinity : (settled.get(metric.after) ?? Infinity)
    const cycles = cyclesOf(policy, metric, history, initial, mayStartFrom)
    settled.set(metric.metric, cycles[0]?.settledAt ?? Infinity)
    replays.push({ metric, cycles })
  }
  return replays
}

interface Problem {
  readonly reason: Reason
  readonly changesAt: number | null
}

/** Settled from its first moment: its source kept no history to count from. */
export function bornSettled(initial: Facts): Problem | null {
  if (!settledStatuses.includes(initial.status)) return null
  return { reason: { key: 'reason.settledWithoutHistory', values: {} }, changesAt: null }
}

/** The status at which the events end; null where none tells of any. */
function lastTold({ events, created }: History): TicketStatus | null {
  const last = events.findLast((event) => event.kind === 'status')
  if (last !== undefined) return last.to
  return created?.kind === 'created' ? created.status : null
}

function startsWithTicket({ start, after }: CompiledMetric): boolean {
  return after === null && start.some(({ event }) => event === 'created')
}

function cannot(metric: CompiledMetric, { startedAt }: History, { reason, changesAt }: Problem): Clock {
  const blank = blankClock(clockIdOf(metric, 1), metric.metric, startedAt, null)
  return { ...blank, state: 'cannot-be-computed', reason, changesAt }
}

function clockOrFault(metric: CompiledMetric, cycle: Cycle, derive: () => Clock): Clock {
  try {
    return derive()
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error
    const reason = { key: 'reason.calendar', values: { why: error.message } }
    const id = clockIdOf(metric, cycle.number)
    const blank = blankClock(id, metric.metric, cycle.startedAt, cycle.settledAt)
    return { ...blank, state: 'cannot-be-computed', reason }
  }
}

function byConsequence(a: Clock, b: Clock): number {
  const pending = Number(isPending(b)) - Number(isPending(a))
  if (pending !== 0) return pending
  const aDue = a.dueAt ?? Infinity
  const bDue = b.dueAt ?? Infinity
  return aDue === bDue ? 0 : aDue - bDue
}
