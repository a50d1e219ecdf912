import type { Calendar } from './calendar.ts'
import { dayHoursOf, partsOn } from './day-parts.ts'

/**
 * What does no harm to a calendar and is meant otherwise: a date that is listed twice, a break where nothing is open.
 * Told to whoever writes it; other programs' calendars are counted as they are. Throws a CalendarFault as
 * `compileCalendar` does.
 */
export function calendarSlips(calendar: Calendar): { place: string; reason: string }[] {
  return [...repeatedHolidays(calendar), ...idleBreaks(calendar)]
}

function repeatedHolidays({ holidays }: Calendar): { place: string; reason: string }[] {
  const seen = new Set<string>()
  return holidays.flatMap((date, index) => {
    if (!seen.has(date)) {
      seen.add(date)
      return []
    }
    return [{ place: `holidays[${index}]`, reason: `"${date}" stands here twice` }]
  })
}

function idleBreaks(calendar: Calendar): { place: string; reason: string }[] {
  const hours = dayHoursOf(calendar)
  return Object.entries(calendar.breaks).flatMap(([date, windows]) =>
    windows.flatMap((window, index) => {
      const alone = dayHoursOf({ ...calendar, breaks: { [date]: [window] } }).breaks
      const takesAway = [...alone].some(([day, parts]) => {
        const open = hours.holidays.has(day) && !hours.dated.has(day) ? [] : partsOn(hours, day)
        return parts.some((part) => open.some(({ from, to }) => part.from < to && from < part.to))
      })
      if (takesAway) return []
      const reason = `${window[0]}-${window[1]} lies outside the hours of ${date}, so it takes nothing away`
      return [{ place: `breaks.${date}[${index}]`, reason }]
    }),
  )
}
