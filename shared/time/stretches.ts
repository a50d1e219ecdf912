import { isOpen, nextClosing, nextOpening } from './business-time.ts'
import { localDayOf, spanCovering, type CompiledCalendar } from './compiled-calendar.ts'
import { DAY_MS, weekdayOf } from './local-date.ts'
import { instantOfWall } from './zone.ts'

/** A stretch of one kind. `holiday` is a closed stretch on a holiday's local date. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: 'open' | 'closed' | 'holiday'
}

/** [from, to) as the calendar sees it: in order, without gaps, neighbours of different kinds. */
export function stretches(calendar: CompiledCalendar, from: number, to: number): Stretch[] {
  const found: { from: number; to: number; kind: Stretch['kind'] }[] = []
  let start = from
  while (start < to) {
    const kind = kindAt(calendar, start)
    const end = Math.min(
      to,
      kind === 'open' ? (nextClosing(calendar, start, to) ?? to) : closedUntil(calendar, start),
    )
    const last = found.at(-1)
    if (last?.kind === kind) last.to = end
    else found.push({ from: start, to: end, kind })
    start = end
  }
  return found
}

/** What a target may depend on: `open` or `closed`, and beside it the kind of day. */
export type CalendarState = 'open' | 'closed' | 'weekend' | 'holiday'

export function calendarStates(calendar: CompiledCalendar, instant: number): CalendarState[] {
  const states: CalendarState[] = [isOpen(calendar, instant) ? 'open' : 'closed']
  const span = spanCovering(calendar, instant, instant)
  const day = localDayOf(span, instant)
  if (span.holidays.has(day)) states.push('holiday')
  if (calendar.calendar.weekend.includes(weekdayOf(day))) states.push('weekend')
  return states
}

function kindAt(calendar: CompiledCalendar, instant: number): Stretch['kind'] {
  if (isOpen(calendar, instant)) return 'open'
  const span = spanCovering(calendar, instant, instant)
  return span.holidays.has(localDayOf(span, instant)) ? 'holiday' : 'closed'
}

/** Until it opens or the local date ends, whichever is first: the next date may be a holiday. */
function closedUntil(calendar: CompiledCalendar, instant: number): number {
  const span = spanCovering(calendar, instant, instant + 2 * DAY_MS)
  const midnight = instantOfWall(span.zone, (localDayOf(span, instant) + 1) * DAY_MS)
  return Math.min(midnight, nextOpening(calendar, instant))
}
