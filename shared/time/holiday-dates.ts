import { localDayOf, spanCovering, type CompiledCalendar, type PublicHoliday } from './compiled-calendar.ts'
import { dateOf, yearOf } from './local-date.ts'

/** The holidays among the local dates that [from, to) touches; `name` is null for dates of the calendar's own. */
export function holidayDates(
  calendar: CompiledCalendar,
  from: number,
  to: number,
): { date: string; name: string | null }[] {
  const span = spanCovering(calendar, from, to)
  const found: { date: string; name: string | null }[] = []
  for (let day = localDayOf(span, from); day <= localDayOf(span, to - 1); day += 1) {
    if (!span.holidays.has(day)) continue
    const date = dateOf(day)
    found.push({
      date,
      name: publicHolidaysOf(calendar, yearOf(day)).find((one) => one.date === date)?.name ?? null,
    })
  }
  return found
}

function publicHolidaysOf(
  { calendar, publicHolidays }: CompiledCalendar,
  year: number,
): readonly PublicHoliday[] {
  const rule = calendar.publicHolidays
  return rule === undefined || publicHolidays === null ? [] : publicHolidays(rule, year)
}
