import type { CompiledMetric, CompiledPolicy, CompiledTarget } from '../policy/compiled-policy.ts'
import type { Length } from '../policy/duration.ts'
import type { CompiledCalendar } from '../time/compiled-calendar.ts'
import type { Choice } from './choose-target.ts'
import { clockIdOf } from './clock-of-cycle.ts'
import { currentSegment, type Cycle, type Segment } from './cycles.ts'
import { bornSettled, replayMetrics, type ClockInput } from './derive-clocks.ts'
import { historyOf } from './history.ts'
import { measure } from './measure.ts'
import { initialFacts, type TicketFacts } from './ticket-facts.ts'

/** What a due time of a source is compared over. */
export interface ComparedInput extends ClockInput {
  readonly ticket: TicketFacts & { readonly sourceDueAt: number | null; readonly updatedAt: number }
}

/** One clock with the promise in force, on which other rules are tried. */
export interface Subject {
  readonly input: ComparedInput
  readonly policy: CompiledPolicy
  readonly metric: CompiledMetric
  readonly clockId: string
  readonly cycle: Cycle
  readonly promise: { readonly target: CompiledTarget; readonly limit: Length }
}

/** The last run of every metric that promises a time: a source shows one due time, that of what is owed now. */
export function subjectsOf(input: ComparedInput): Subject[] {
  const { policy, ticket, events, now } = input
  if (policy === null) return []
  const history = historyOf(ticket, events, now)
  const initial = initialFacts(ticket, history.events)
  if (history.problem !== null || bornSettled(initial) !== null) return []
  return replayMetrics(policy, history, initial).flatMap(({ metric, cycles }): Subject[] => {
    const cycle = cycles.at(-1)
    if (cycle === undefined) return []
    const { choice } = currentSegment(cycle)
    if (choice.kind !== 'promised') return []
    const clockId = clockIdOf(metric, cycle.number)
    return [{ input, policy, metric, clockId, cycle, promise: choice }]
  })
}

/** The subject's due instant; null where counting stands still before it. */
export function dueOf({ policy, metric, cycle, promise }: Subject): number | null {
  return measure(policy, metric, cycle, promise).dueAt
}

/** The same clock with its segments changed one by one. */
export function withSegments(subject: Subject, change: (segment: Segment) => Segment): Subject {
  const [first, ...others] = subject.cycle.segments
  return {
    ...subject,
    cycle: { ...subject.cycle, segments: [change(first), ...others.map(change)] },
  }
}

/** The same clock with nothing of its life left out. */
export function withoutHolds(subject: Subject): Subject {
  return withSegments(subject, (segment) => ({ ...segment, counting: { kind: 'counted' } }))
}

/** The same clock by other calendars. */
export function withCalendars(
  subject: Subject,
  change: (calendar: CompiledCalendar) => CompiledCalendar,
): Subject {
  const target = { ...subject.promise.target, calendar: change(subject.promise.target.calendar) }
  const changed = withSegments(subject, (segment) => ({
    ...segment,
    choice: withCalendar(segment.choice, change),
  }))
  return { ...changed, promise: { ...subject.promise, target } }
}

/** The same clock as if it had started at a later instant; null where its life ended before. */
export function startedAgain(subject: Subject, at: number): Subject | null {
  const { cycle } = subject
  const [first, ...others] = cycle.segments
    .filter((segment) => segment.to > at || segment === cycle.segments.at(-1))
    .map((segment) => ({ ...segment, from: Math.max(segment.from, at), to: Math.max(segment.to, at) }))
  if (first === undefined || (cycle.settledAt !== null && cycle.settledAt <= at)) return null
  const rearmedBy = cycle.rearmedBy.filter((event) => event.at > at)
  return { ...subject, cycle: { ...cycle, startedAt: at, rearmedBy, segments: [first, ...others] } }
}

function withCalendar(choice: Choice, change: (calendar: CompiledCalendar) => CompiledCalendar): Choice {
  if (choice.kind !== 'promised') return choice
  return { ...choice, target: { ...choice.target, calendar: change(choice.target.calendar) } }
}
