import { add, nextOpening, within } from './business-time.ts'
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
