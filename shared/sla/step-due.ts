import type { CompiledPolicy, StepDue } from '../policy/compiled-policy.ts'
import type { Clock } from '../records/clock.ts'
import { addBusinessDays } from '../time/business-days.ts'
import { add, within } from '../time/business-time.ts'
import type { Interval } from '../time/intervals.ts'
import { addPaused } from '../time/pauses.ts'
import type { ClockInput } from './derive-clocks.ts'
import { findCycle } from './find-cycle.ts'

/**
 * When a step of a ladder is due for one clock, as its `now` stands; null on demand, and where counting stands still
 * before it. What pauses or excludes the clock holds its ladder too, also after the breach: a step that had come due
 * stays due, one that had not waits until the clock runs. Throws a CalendarFault for instants no calendar reaches.
 */
export function stepDueAt(
  policy: CompiledPolicy,
  due: StepDue,
  clock: Clock,
  input: ClockInput,
): number | null {
  if (clock.state === 'paused') return null
  const breach = clock.breachedAt ?? clock.dueAt
  if (due.kind !== 'after') {
    if (due.kind === 'at-risk') return clock.atRiskAt
    return due.kind === 'at-breach' ? breach : null
  }
  const from = due.from === 'start' ? clock.startedAt : breach
  if (from === null) return null
  const { ms, notBefore } = budgetOf(policy, due, from)
  // Before the breach nothing is known of what will hold it after.
  if (due.from === 'breach' && clock.breachedAt === null) {
    return Math.max(notBefore, add(due.calendar, from, ms))
  }
  return reach(due, from, ms, notBefore, holdsOf(input, clock))
}

type DueAfter = Extract<StepDue, { readonly kind: 'after' }>

/** Open time from an instant; working days also end no earlier than the day itself. */
function budgetOf(
  policy: CompiledPolicy,
  { length, calendar }: DueAfter,
  from: number,
): { ms: number; notBefore: number } {
  if (length.kind === 'time') return { ms: length.ms, notBefore: -Infinity }
  const notBefore = addBusinessDays(calendar, from, length.days, policy.workingDayMeaning ?? 'same-wall-time')
  return { ms: within(calendar, from, notBefore), notBefore }
}

function reach(
  { calendar }: DueAfter,
  from: number,
  ms: number,
  notBefore: number,
  holds: readonly Interval[],
): number | null {
  const over = holds.filter(({ to }) => to !== Infinity)
  const lasting = holds.find(({ to }) => to === Infinity)
  const reached = addPaused(calendar, from, ms, over)
  if (lasting !== undefined && reached > lasting.from) return null
  return Math.max(notBefore, reached)
}

/** Stretches in which the clock did not count; the present one has no end. */
function holdsOf(input: ClockInput, clock: Clock): Interval[] {
  const found = findCycle(input, clock.id)
  if (found === null) return []
  const { segments } = found.cycle
  return segments
    .filter(({ counting }) => counting.kind !== 'counted')
    .map((segment) => ({
      from: segment.from,
      to: segment === segments.at(-1) && clock.settledAt === null ? Infinity : segment.to,
    }))
}
