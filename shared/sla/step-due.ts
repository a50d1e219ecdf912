import type { StepDue } from '../policy/compiled-policy.ts'
import type { Clock } from '../records/clock.ts'
import { addBusinessDays, type WorkingDayMeaning } from '../time/business-days.ts'
import { add, within } from '../time/business-time.ts'
import type { Interval } from '../time/intervals.ts'
import { addPaused } from '../time/pauses.ts'

/**
 * When a step of a ladder is due for one clock; null on demand, and where counting stands still before it. What pauses
 * or excludes the clock (`holds`, the present one without an end) holds its ladder too, also after the breach: a step
 * that had come due stays due, one that had not waits until the clock runs. Throws a CalendarFault for instants no
 * calendar reaches.
 */
export function stepDueAt(
  due: StepDue,
  clock: Clock,
  workingDays: WorkingDayMeaning,
  holds: () => readonly Interval[],
): number | null {
  if (clock.state === 'paused') return null
  const breach = clock.breachedAt ?? clock.dueAt
  if (due.kind !== 'after') {
    if (due.kind === 'at-risk') return clock.atRiskAt
    return due.kind === 'at-breach' ? breach : null
  }
  const from = due.from === 'start' ? clock.startedAt : breach
  if (from === null) return null
  const { ms, notBefore } = budgetOf(due, from, workingDays)
  // Before the breach nothing is known of what will hold it after.
  if (due.from === 'breach' && clock.breachedAt === null) {
    return Math.max(notBefore, add(due.calendar, from, ms))
  }
  return reach(due, from, ms, notBefore, holds())
}

type DueAfter = Extract<StepDue, { readonly kind: 'after' }>

/** Open time from an instant; working days also end no earlier than the day itself. */
function budgetOf(
  { length, calendar }: DueAfter,
  from: number,
  workingDays: WorkingDayMeaning,
): { ms: number; notBefore: number } {
  if (length.kind === 'time') return { ms: length.ms, notBefore: -Infinity }
  const notBefore = addBusinessDays(calendar, from, length.days, workingDays)
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
