import type { AtRisk, CompiledPolicy, CompiledTarget } from '../policy/compiled-policy.ts'
import type { Length } from '../policy/duration.ts'
import { addBusinessDays } from '../time/business-days.ts'
import { add, nextOpening, within } from '../time/business-time.ts'
import type { CompiledCalendar } from '../time/compiled-calendar.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { firstMatch, isSameChoice } from './choose-target.ts'
import { currentSegment, type Cycle, type Segment } from './cycles.ts'
import type { CompiledMetric } from '../policy/compiled-policy.ts'

/** A promise measured against a clock's life. Instants are null where counting stands still before them. */
export interface Measure {
  /** Open milliseconds the promise allows from the start of the clock, re-arming included. */
  readonly budgetMs: number
  readonly countedMs: number
  readonly dueAt: number | null
  readonly atRiskAt: number | null
  readonly goalAt: number | null
  /** Since when this promise has been the one in force: a later one cannot have been broken before it. */
  readonly promisedSince: number
  /** The promise that gave the due instant its place: a re-arming one, else the clock's own. */
  readonly target: CompiledTarget
  readonly limitText: string
  /** The event that gave the promise anew, where that moved the due instant. */
  readonly armedBy: TicketEvent | null
}

/** An amount of open time that may also not be reached before an instant ("N working days"). */
interface Budget {
  readonly ms: number
  readonly notBefore: number
  /** Reached only where the calendar is open: a wall time at which work begins is not the close of the day before. */
  readonly whileOpen: boolean
}

/** Measures a cycle up to the `to` of its last segment. */
export function measure(
  policy: CompiledPolicy,
  metric: CompiledMetric,
  cycle: Cycle,
  promise: { readonly target: CompiledTarget; readonly limit: Length },
): Measure {
  const { calendar } = promise.target
  const life = { policy, calendar, segments: cycle.segments }
  let budget = budgetOf(policy, calendar, cycle.startedAt, promise.limit)
  let decisive: Pick<Measure, 'target' | 'limitText' | 'armedBy'> = {
    target: promise.target,
    limitText: promise.limit.text,
    armedBy: null,
  }
  for (const event of cycle.rearmedBy) {
    const target = metric.rearm === null ? null : firstMatch(metric.rearm.targets, cycle.facts, event.at)
    if (target === null || target === 'needs-severity' || target.limit?.kind !== 'time') continue
    const used = countedUntil(life, event.at)
    const rearmed = used + target.limit.ms
    if (metric.rearm?.keeps === 'earlier-due' ? rearmed < budget.ms : used < budget.ms) {
      budget = timeOf(rearmed)
      decisive = { target, limitText: target.limit.text, armedBy: event }
    }
  }
  const goal = promise.target.goal
  return {
    budgetMs: budget.ms,
    countedMs: countedUntil(life, Infinity),
    dueAt: reach(life, budget),
    atRiskAt: reach(life, timeOf(warnAfter(decisive.target.atRisk, budget.ms))),
    goalAt: goal === null ? null : reachedAt(policy, calendar, cycle, goal),
    promisedSince: promisedSince(cycle),
    ...decisive,
  }
}

/**
 * The instant by which `length` has been counted since the cycle's start: in the past where the clock has got there,
 * else where it gets if nothing changes. Null while it stands still before.
 */
export function reachedAt(
  policy: CompiledPolicy,
  calendar: CompiledCalendar,
  cycle: Cycle,
  length: Length,
): number | null {
  const life = { policy, calendar, segments: cycle.segments }
  return reach(life, budgetOf(policy, calendar, cycle.startedAt, length))
}

interface Life {
  readonly policy: CompiledPolicy
  readonly calendar: CompiledCalendar
  readonly segments: readonly Segment[]
}

/** The calendar a counted segment is measured by. */
export function calendarOf(
  policy: CompiledPolicy,
  segment: Segment,
  inForce: CompiledCalendar,
): CompiledCalendar {
  if (policy.policy.reassessment === 'from-start' || segment.choice.kind !== 'promised') return inForce
  return segment.choice.target.calendar
}

function budgetOf(
  policy: CompiledPolicy,
  calendar: CompiledCalendar,
  startedAt: number,
  length: Length,
): Budget {
  if (length.kind === 'time') return timeOf(length.ms)
  // Compiled policies keep days only where they mean a wall time; see compiled-policy.ts.
  const meaning = policy.workingDayMeaning ?? 'same-wall-time'
  const notBefore = addBusinessDays(calendar, startedAt, length.days, meaning)
  const ms = within(calendar, startedAt, notBefore)
  return { ms, notBefore, whileOpen: meaning === 'same-wall-time' }
}

function timeOf(ms: number): Budget {
  return { ms, notBefore: -Infinity, whileOpen: false }
}

function warnAfter(atRisk: AtRisk, budgetMs: number): number {
  if ('share' in atRisk) return Math.floor(budgetMs * atRisk.share)
  return Math.max(0, budgetMs - atRisk.leftMs)
}

function countedUntil({ policy, calendar, segments }: Life, until: number): number {
  let counted = 0
  for (const segment of segments) {
    if (segment.counting.kind !== 'counted') continue
    counted += within(calendarOf(policy, segment, calendar), segment.from, Math.min(segment.to, until))
  }
  return counted
}

/**
 * The instant at which so much has been counted: in the past where the clock has got there, else where it gets
 * if nothing changes. Null while it stands still.
 */
function reach({ policy, calendar, segments }: Life, budget: Budget): number | null {
  let left = budget.ms
  const last = segments.at(-1)
  for (const segment of segments) {
    if (segment.counting.kind !== 'counted') continue
    const own = calendarOf(policy, segment, calendar)
    const counted = segment === last ? Infinity : within(own, segment.from, segment.to)
    if (counted < left) {
      left -= counted
      continue
    }
    const reached = Math.max(budget.notBefore, add(own, segment.from, left))
    if (!budget.whileOpen) return reached
    const opening = nextOpening(own, reached)
    if (segment === last || opening < segment.to) return opening
    left = 0
  }
  return null
}

/** Since when the promise in force has been the one in force. */
export function promisedSince(cycle: Cycle): number {
  const { choice } = currentSegment(cycle)
  let since = cycle.startedAt
  for (const segment of cycle.segments) {
    if (!isSameChoice(segment.choice, choice)) since = segment.to
  }
  return since
}
