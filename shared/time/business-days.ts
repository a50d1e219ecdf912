import { add, nextOpening, subtract } from './business-time.ts'
import { CalendarFault } from './calendar-fault.ts'
import { localDayOf, spanCovering, type CompiledCalendar } from './compiled-calendar.ts'
import { DAY_MS, type EpochDay } from './local-date.ts'
import { instantOfWall, wallOfInstant } from './zone.ts'

/**
 * What "N working days" means: the same wall time on the N-th working day after the start (or the nearest
 * open instant in the direction of travel), or that day's close. The third meaning, N times the hours of a
 * day, is a plain duration and needs no days.
 */
export type WorkingDayMeaning = 'same-wall-time' | 'end-of-working-day'

/**
 * A working day is a local date with any open time. `days` may be negative for the same wall time.
 * Throws a CalendarFault where the calendar has not so many working days.
 */
export function addBusinessDays(
  calendar: CompiledCalendar,
  from: number,
  days: number,
  meaning: WorkingDayMeaning,
): number {
  if (!Number.isInteger(days)) throw new CalendarFault('days', 'a whole number of working days is needed')
  if (meaning === 'end-of-working-day' && days < 0) {
    throw new CalendarFault('days', 'the end of a working day cannot be counted backwards')
  }
  const startDay = dayOf(calendar, from)
  const day = nthWorkingDay(calendar, startDay, days)
  if (meaning === 'end-of-working-day') return endOfDay(calendar, day)
  const zone = spanCovering(calendar, day * DAY_MS - DAY_MS, day * DAY_MS + 2 * DAY_MS).zone
  const timeOfDay = wallOfInstant(zone, from) - startDay * DAY_MS
  const moment = days === 0 ? from : instantOfWall(zone, day * DAY_MS + timeOfDay)
  return days < 0 ? subtract(calendar, moment, 0) : add(calendar, moment, 0)
}

function dayOf(calendar: CompiledCalendar, instant: number): EpochDay {
  return localDayOf(spanCovering(calendar, instant, instant), instant)
}

function nthWorkingDay(calendar: CompiledCalendar, start: EpochDay, days: number): EpochDay {
  const step = days < 0 ? -1 : 1
  let day = start
  for (let left = Math.abs(days); left > 0;) {
    day += step
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

function isWorkingDay(calendar: CompiledCalendar, day: EpochDay): boolean {
  const [from, to] = dayBounds(calendar, day)
  return nextOpening(calendar, from) < to
}

/** The day's last open instant; where the day itself has none, the end of the next that has. */
function endOfDay(calendar: CompiledCalendar, day: EpochDay): number {
  let workingDay = day
  while (!isWorkingDay(calendar, workingDay))
    workingDay = dayOf(calendar, nextOpening(calendar, dayBounds(calendar, workingDay)[1]))
  return subtract(calendar, dayBounds(calendar, workingDay)[1], 0)
}

function dayBounds(calendar: CompiledCalendar, day: EpochDay): [number, number] {
  const { zone } = spanCovering(calendar, (day - 1) * DAY_MS, (day + 2) * DAY_MS)
  return [instantOfWall(zone, day * DAY_MS), instantOfWall(zone, (day + 1) * DAY_MS)]
}
