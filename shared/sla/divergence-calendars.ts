import type { Calendar } from '../time/calendar.ts'
import { compileCalendar, spanCovering, type CompiledCalendar } from '../time/compiled-calendar.ts'
import { DAY_MS } from '../time/local-date.ts'
import { wallOfInstant } from '../time/zone.ts'

// How other programs read the hours of a contract.

/** Compiled once per calendar: a span of years takes its time. */
const misread = new WeakMap<CompiledCalendar, Map<string, CompiledCalendar>>()

/** Every hour counts. */
export function aroundTheClock(calendar: CompiledCalendar): CompiledCalendar {
  return misreadAs(calendar, 'always', ({ timeZone, weekend }) => bare(timeZone, weekend))
}

/** No day is a holiday. */
export function withoutHolidays(calendar: CompiledCalendar): CompiledCalendar {
  return misreadAs(calendar, 'no-holidays', (whole) => {
    const { publicHolidays: _, ...own } = whole
    return { ...own, holidays: [] }
  })
}

/** Every date has the hours of its weekday: no dated hours, no breaks. */
export function withoutDatedHours(calendar: CompiledCalendar): CompiledCalendar {
  return misreadAs(calendar, 'no-dates', (own) => ({ ...own, exceptions: {}, breaks: {} }))
}

/** The wall times are read in another zone. */
export function inZone(calendar: CompiledCalendar, timeZone: string): CompiledCalendar {
  return misreadAs(calendar, timeZone, (own) => ({ ...own, timeZone }))
}

/**
 * The offset of one instant is kept over every change of clocks; the calendar itself where that offset has no name,
 * since only whole hours have one.
 */
export function withOffsetOf(calendar: CompiledCalendar, instant: number): CompiledCalendar {
  const { zone } = spanCovering(calendar, instant, instant + DAY_MS)
  const hours = (wallOfInstant(zone, instant) - instant) / 3_600_000
  if (!Number.isInteger(hours)) return calendar
  // Zones of this family count westwards.
  return inZone(calendar, `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`)
}

function misreadAs(
  calendar: CompiledCalendar,
  how: string,
  change: (own: Calendar) => Calendar,
): CompiledCalendar {
  const known = misread.get(calendar) ?? new Map<string, CompiledCalendar>()
  misread.set(calendar, known)
  const { firstFromDay, firstToDay, publicHolidays } = calendar
  const found =
    known.get(how) ??
    compileCalendar(change(calendar.calendar), firstFromDay * DAY_MS, firstToDay * DAY_MS, publicHolidays)
  known.set(how, found)
  return found
}

function bare(timeZone: string, weekend: Calendar['weekend']): Calendar {
  return { timeZone, weekend, hours: 'always', holidays: [], exceptions: {}, breaks: {} }
}
