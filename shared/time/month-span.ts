import { Temporal } from 'temporal-polyfill'
import { CalendarFault } from './calendar-fault.ts'
import { requireZone, resolveLocal } from './zone.ts'

/** Whole months of one zone. `starts` has one entry more: month i is [starts[i], starts[i + 1]), UTC milliseconds. */
export interface MonthSpan {
  /** `2026-03`, in order, without gaps. */
  readonly months: readonly string[]
  readonly starts: readonly number[]
}

/** Five years: longer than a contract is reviewed over, short of what a slip of the pen asks for. */
const MOST_MONTHS = 60

/** The months `from` to `to`, both included. Throws a CalendarFault with the field and the reason. */
export function monthSpan(from: string, to: string, timeZone: string): MonthSpan {
  requireZone(timeZone, 'timeZone')
  const first = monthNumber(from, 'from')
  const count = monthNumber(to, 'to') - first + 1
  if (count < 1) throw new CalendarFault('to', `${to} lies before ${from}`)
  if (count > MOST_MONTHS) throw new CalendarFault('to', `more than ${MOST_MONTHS} months after ${from}`)
  const months = Array.from({ length: count + 1 }, (_, index) => monthText(first + index))
  const starts = months.map((month) => resolveLocal(timeZone, `${month}-01T00:00`))
  return { months: months.slice(0, count), starts }
}

/** The month an instant lies in; null outside the span. */
export function monthAt({ months, starts }: MonthSpan, instant: number): string | null {
  // At most 60 of them, and most questions are about the last ones.
  for (let index = months.length - 1; index >= 0; index -= 1) {
    if (instant >= (starts[index] ?? Infinity)) {
      return instant < (starts[index + 1] ?? -Infinity) ? (months[index] ?? null) : null
    }
  }
  return null
}

/** The month that lies at an instant in a zone. Throws a CalendarFault for a zone that is none. */
export function monthOf(instant: number, timeZone: string): string {
  requireZone(timeZone, 'timeZone')
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
    .slice(0, 7)
}

/** The month so many months before another. Throws a CalendarFault at `place` for what is no month. */
export function monthBefore(month: string, count: number, place: string): string {
  return monthText(monthNumber(month, place) - count)
}

/** Months since the year 0. */
function monthNumber(month: string, place: string): number {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  const year = Number(parts?.[1])
  // The years that calendars reach.
  if (parts === null || year < 1900 || year >= 2200) {
    throw new CalendarFault(place, `"${month}" is not a month like 2026-03`)
  }
  return year * 12 + Number(parts[2]) - 1
}

function monthText(number: number): string {
  const year = Math.floor(number / 12)
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
