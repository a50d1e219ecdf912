import Holidays from 'date-holidays'
import type { PublicHolidayRule } from './calendar.ts'
import { CalendarFault } from './calendar-fault.ts'
import type { PublicHoliday, PublicHolidays } from './compiled-calendar.ts'
import { DAY_MS, dateOf, epochDayOf } from './local-date.ts'

// The library carries every country's rules (megabytes): only the backend and the command line load this file.

/**
 * Public holidays from date-holidays, each rule's years kept once computed. Throws a CalendarFault for a
 * country or region it does not know.
 */
export function createPublicHolidays(): PublicHolidays {
  const libraries = new Map<string, Holidays>()
  const years = new Map<string, readonly PublicHoliday[]>()
  return (rule, year) => {
    const place = `${rule.country}-${rule.region ?? ''}`
    const key = `${place}-${year}`
    const known = years.get(key)
    if (known !== undefined) return known
    const library = libraries.get(place) ?? libraryFor(rule)
    libraries.set(place, library)
    const holidays = library
      .getHolidays(year, 'en')
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end, name }) =>
        datesOf(date, end.getTime() - start.getTime()).map((day) => ({ date: day, name })),
      )
    years.set(key, holidays)
    return holidays
  }
}

function libraryFor({ country, region }: PublicHolidayRule): Holidays {
  const library = new Holidays()
  if (!Object.hasOwn(library.getCountries(), country)) {
    throw new CalendarFault('publicHolidays.country', `no public holidays are known for country "${country}"`)
  }
  if (region !== undefined && !Object.hasOwn(library.getStates(country) ?? {}, region)) {
    throw new CalendarFault(
      'publicHolidays.region',
      `"${region}" is not a region of ${country} with holidays known`,
    )
  }
  library.init(country, region)
  return library
}

/** A holiday may last several days, and may start in an evening: then its date is the day it starts on. */
function datesOf(date: string, length: number): string[] {
  const first = epochDayOf(date.slice(0, 10))
  const days = Math.max(1, Math.floor(length / DAY_MS))
  return Array.from({ length: days }, (_, index) => dateOf(first + index))
}
