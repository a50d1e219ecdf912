import { addBusinessDays, type WorkingDayMeaning } from './business-days.ts'
import { add, nextOpening, subtract, within } from './business-time.ts'
import { CalendarFault } from './calendar-fault.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { mergeIntervals, type Interval } from './intervals.ts'

// Pauses are exclusions inside business time: they are never added to a due instant as wall time.

/** Open milliseconds between two instants that lie in no pause. */
export function withinPaused(
  calendar: CompiledCalendar,
  from: number,
  to: number,
  pauses: readonly Interval[],
): number {
  let counted = within(calendar, from, to)
  for (const pause of mergeIntervals(pauses)) {
    counted -= within(calendar, Math.max(from, pause.from), Math.min(to, pause.to))
  }
  return counted
}

/** As `add`, with the time in pauses not counting. Throws where a pause never ends. */
export function addPaused(
  calendar: CompiledCalendar,
  from: number,
  duration: number,
  pauses: readonly Interval[],
): number {
  let start = from
  let left = duration
  for (const pause of mergeIntervals(pauses)) {
    if (pause.to <= start) continue
    const counted = within(calendar, start, pause.from)
    const reached = left > 0 ? counted >= left : nextOpening(calendar, start) < pause.from
    if (reached) break
    if (pause.to === Infinity) throw new CalendarFault('pauses', 'a pause that does not end yet')
    left -= counted
    start = pause.to
  }
  return add(calendar, start, left)
}

/** As `subtract`, with the time in pauses not counting. Throws where a pause never began. */
export function subtractPaused(
  calendar: CompiledCalendar,
  from: number,
  duration: number,
  pauses: readonly Interval[],
): number {
  let end = from
  let left = duration
  for (const pause of mergeIntervals(pauses).toReversed()) {
    if (pause.from >= end) continue
    const counted = within(calendar, pause.to, end)
    const reached = left > 0 ? counted >= left : subtract(calendar, end, 0) > pause.to
    if (reached) break
    if (pause.from === -Infinity) throw new CalendarFault('pauses', 'a pause without a beginning')
    left -= counted
    end = pause.from
  }
  return subtract(calendar, end, left)
}

/**
 * As `addBusinessDays`, moved on by the open time that lay in pauses: two working days of which one was a pause end
 * on the third. The same wall time stays one at which the calendar is open.
 */
export function addBusinessDaysPaused(
  calendar: CompiledCalendar,
  from: number,
  days: number,
  meaning: WorkingDayMeaning,
  pauses: readonly Interval[],
): number {
  const moment = addBusinessDays(calendar, from, days, meaning)
  const missed = missedBetween(calendar, Math.min(from, moment), Math.max(from, moment), pauses)
  if (days < 0) return missed === 0 ? moment : subtractPaused(calendar, moment, missed, pauses)
  if (days === 0 && meaning === 'same-wall-time') return addPaused(calendar, from, 0, pauses)
  if (missed === 0) return moment
  const moved = addPaused(calendar, moment, missed, pauses)
  return meaning === 'same-wall-time' ? addPaused(calendar, moved, 0, pauses) : moved
}

/** Open milliseconds between two instants that lie in pauses. */
function missedBetween(
  calendar: CompiledCalendar,
  from: number,
  to: number,
  pauses: readonly Interval[],
): number {
  return within(calendar, from, to) - withinPaused(calendar, from, to, pauses)
}
