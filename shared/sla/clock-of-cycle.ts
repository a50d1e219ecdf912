import type { CompiledMetric, CompiledPolicy } from '../policy/compiled-policy.ts'
import type { Clock, Reason } from '../records/clock.ts'
import { settledStatuses, type TicketStatus } from '../records/ticket.ts'
import { closedSince, isOpen, nextClosing, nextOpening } from '../time/business-time.ts'
import { currentSegment, type Counting, type Cycle } from './cycles.ts'
import { calendarOf, measure, type Measure } from './measure.ts'

/** `first-response`, and `next-reply/2` for the second run of a metric that repeats. */
export function clockIdOf(metric: CompiledMetric, number: number): string {
  return metric.repeats ? `${metric.metric}/${number}` : metric.metric
}

/** Where one cycle stands at `now`. Throws a CalendarFault for instants no calendar reaches. */
export function clockOfCycle(
  policy: CompiledPolicy,
  metric: CompiledMetric,
  cycle: Cycle,
  now: number,
  statuses: Statuses,
): Clock {
  const clock = blankClock(clockIdOf(metric, cycle.number), metric.metric, cycle.startedAt, cycle.settledAt)
  const { choice } = currentSegment(cycle)
  const unexplained = unexplainedStatus(metric, cycle, statuses)
  if (unexplained !== null) return { ...clock, state: 'cannot-be-computed', reason: unexplained }
  if (choice.kind === 'unknown') return { ...clock, state: 'cannot-be-computed', reason: choice.reason }
  if (choice.kind === 'not-promised') return { ...clock, state: 'not-promised', reason: choice.reason }
  const measured = measure(policy, metric, cycle, choice)
  const figures = {
    ...clock,
    dueAt: measured.dueAt,
    atRiskAt: measured.atRiskAt,
    goalAt: measured.goalAt,
    targetMs: measured.budgetMs,
    countedMs: measured.countedMs,
    remainingMs: measured.budgetMs - measured.countedMs,
  }
  const breachedAt = breachOf(metric, cycle, measured, now)
  if (breachedAt !== null) return breachedClock(figures, measured, breachedAt)
  const { counting } = currentSegment(cycle)
  if (cycle.isVoid) {
    return { ...figures, state: 'not-promised', dueAt: null, reason: { key: 'reason.withdrawn', values: {} } }
  }
  if (counting.kind === 'excluded') return excludedClock(figures, counting.because, heldSince(cycle))
  if (cycle.settledAt !== null) {
    return {
      ...figures,
      state: 'met',
      reason: sentence('reason.met', measured, { settled: cycle.settledAt }),
    }
  }
  if (counting.kind === 'paused') {
    const since = heldSince(cycle)
    const reason = sentence(`reason.paused.${counting.status}`, measured, { since })
    return { ...figures, state: 'paused', heldSince: since, reason }
  }
  if (counting.kind === 'paused-when') {
    const since = heldSince(cycle)
    const reason = sentence('reason.pausedWhen', measured, { because: counting.because, since })
    return { ...figures, state: 'paused', heldSince: since, reason }
  }
  return countingClock(figures, measured, policy, cycle, now)
}

/** A clock about which nothing is known yet but its name. */
export function blankClock(
  id: string,
  metric: string,
  startedAt: number | null,
  settledAt: number | null,
): Clock {
  return {
    id,
    metric,
    state: 'not-promised',
    startedAt,
    dueAt: null,
    atRiskAt: null,
    goalAt: null,
    settledAt,
    breachedAt: null,
    targetMs: null,
    countedMs: 0,
    remainingMs: null,
    heldSince: null,
    runsAgainAt: null,
    changesAt: null,
    reason: { key: 'reason.noPolicy', values: {} },
  }
}

/** Where the events of a ticket end, null without any, and where its head says it stands. */
interface Statuses {
  readonly told: TicketStatus | null
  readonly head: TicketStatus
}

/** What keeps the head's status from being replayed, where that matters to this clock; null where nothing does. */
function unexplainedStatus(metric: CompiledMetric, cycle: Cycle, { told, head }: Statuses): Reason | null {
  // What an answer settled no status opens again.
  if (told === head || (cycle.settledAt !== null && cycle.settledBy?.kind !== 'status')) return null
  if (told === null) {
    // A ticket may well have been open all its life, but nobody creates one on hold.
    return metric.pausedIn.has(head) ? { key: 'reason.statusWithoutHistory', values: { head } } : null
  }
  const bothSettled = settledStatuses.includes(told) === settledStatuses.includes(head)
  const samePause = cycle.settledAt !== null || metric.pausedIn.has(told) === metric.pausedIn.has(head)
  return bothSettled && samePause ? null : { key: 'reason.statusUnexplained', values: { told, head } }
}

/** When the promise was broken; null while it is kept. A promise made later is not broken before it was made. */
export function breachOf(
  { answeredAtLimit }: CompiledMetric,
  { settledAt }: Cycle,
  { dueAt, promisedSince }: Pick<Measure, 'dueAt' | 'promisedSince'>,
  now: number,
): number | null {
  if (dueAt === null) return null
  const kept =
    settledAt === null ? now < dueAt : settledAt < dueAt || (settledAt === dueAt && answeredAtLimit === 'met')
  return kept ? null : Math.max(dueAt, promisedSince)
}

function breachedClock(clock: Clock, measured: Measure, breachedAt: number): Clock {
  const { settledAt } = clock
  const reason =
    settledAt === null
      ? sentence('reason.breached', measured, { due: measured.dueAt ?? breachedAt })
      : sentence('reason.answeredLate', measured, { due: measured.dueAt ?? breachedAt, settled: settledAt })
  return { ...clock, state: 'breached', breachedAt, reason }
}

function excludedClock(clock: Clock, because: string, since: number): Clock {
  return {
    ...clock,
    state: 'excluded',
    dueAt: null,
    atRiskAt: null,
    goalAt: null,
    remainingMs: null,
    heldSince: since,
    reason: { key: 'reason.excluded', values: { because, since } },
  }
}

function countingClock(
  clock: Clock,
  measured: Measure,
  policy: CompiledPolicy,
  cycle: Cycle,
  now: number,
): Clock {
  const calendar = calendarOf(policy, currentSegment(cycle), measured.target.calendar)
  const due = measured.dueAt ?? now
  if (isOpen(calendar, now)) {
    const changesAt = earliestAfter(now, [clock.atRiskAt, clock.dueAt, nextClosing(calendar, now)])
    return { ...clock, state: 'running', changesAt, reason: sentence('reason.running', measured, { due }) }
  }
  const runsAgainAt = nextOpening(calendar, now)
  return {
    ...clock,
    state: 'outside-hours',
    heldSince: Math.max(cycle.startedAt, closedSince(calendar, now)),
    runsAgainAt,
    changesAt: earliestAfter(now, [clock.atRiskAt, clock.dueAt, runsAgainAt]),
    reason: sentence('reason.outsideHours', measured, { opens: runsAgainAt, due }),
  }
}

/** Since when the present hold lasts, over changes of its cause. */
function heldSince({ segments }: Cycle): number {
  const isHold = (counting: Counting): boolean => counting.kind !== 'counted'
  let since = segments[0].from
  for (const segment of segments) if (!isHold(segment.counting)) since = segment.to
  return since
}

function earliestAfter(now: number, instants: readonly (number | null)[]): number | null {
  let earliest: number | null = null
  for (const instant of instants) {
    if (instant !== null && instant > now && (earliest === null || instant < earliest)) earliest = instant
  }
  return earliest
}

function sentence(key: string, { target, limitText }: Measure, values: Reason['values']): Reason {
  return {
    key,
    values: { promise: target.promise, limit: limitText, calendar: target.calendarName, ...values },
  }
}
