import { within } from './business-time.ts'
import type { Calendar, PublicHolidayRule } from './calendar.ts'
import {
  compileCalendar,
  spanCovering,
  type CompiledCalendar,
  type OpenSpan,
  type PublicHolidays,
} from './compiled-calendar.ts'
import { DAY_MS, dateOf, epochDayOf, weekdayOf, type EpochDay } from './local-date.ts'
import { stretches } from './stretches.ts'
import { instantOfWall, wallOfInstant, type ZoneOffsets } from './zone.ts'

/** One local date of a calendar. Instants are UTC milliseconds, lengths milliseconds that really pass. */
export interface CalendarDay {
  readonly date: string
  /** What decides its hours: an exception of its own, else a holiday, else the weekday. */
  readonly kind: 'open' | 'closed' | 'weekend' | 'holiday' | 'exception'
  /** Wall times of what is open on this date itself; a window over midnight ends here at 24:00. */
  readonly windows: Window[]
  /** Real time: the day of a change of offset has 23 or 25 hours. */
  readonly openMs: number
  readonly holiday: string | null
  readonly offsetChange: OffsetChange | null
}

type Window = [opens: string, closes: string]

interface OffsetChange {
  readonly at: number
  /** Minutes east of UTC. */
  readonly fromMinutes: number
  readonly toMinutes: number
}

/** A calendar over one year of its own zone. */
export interface CalendarYear {
  readonly timeZone: string
  readonly year: number
  readonly days: CalendarDay[]
  readonly openMs: number
}

/**
 * Every local date of a year as the clocks see it: taken from the compiled calendar, not from its text, so that what
 * is shown is what counts. Throws a CalendarFault for a calendar that cannot be compiled.
 */
export function calendarYear(
  calendar: Calendar,
  publicHolidays: PublicHolidays | null,
  year: number,
): CalendarYear {
  const firstDay = epochDayOf(`${year}-01-01`)
  const endDay = epochDayOf(`${year + 1}-01-01`)
  const compiled = compileCalendar(calendar, firstDay * DAY_MS, endDay * DAY_MS, publicHolidays)
  // Two days more: a zone's midnight lies up to 14 hours from where its digits stand.
  const span = spanCovering(compiled, (firstDay - 1) * DAY_MS, (endDay + 1) * DAY_MS)
  const names = holidayNames(calendar.publicHolidays, publicHolidays, year)
  const days: CalendarDay[] = []
  for (let day = firstDay; day < endDay; day += 1) days.push(dayOf(compiled, span, day, names))
  return {
    timeZone: calendar.timeZone,
    year,
    days,
    openMs: within(compiled, midnightOf(span.zone, firstDay), midnightOf(span.zone, endDay)),
  }
}

/** The instant a local date begins; where its midnight is skipped, the first one that exists. */
function midnightOf(zone: ZoneOffsets, day: EpochDay): number {
  return instantOfWall(zone, day * DAY_MS)
}

function dayOf(
  compiled: CompiledCalendar,
  span: OpenSpan,
  day: EpochDay,
  names: ReadonlyMap<string, string>,
): CalendarDay {
  const from = midnightOf(span.zone, day)
  const to = midnightOf(span.zone, day + 1)
  const date = dateOf(day)
  const openMs = within(compiled, from, to)
  return {
    date,
    kind: kindOf(compiled, span, day, openMs),
    windows: windowsBetween(compiled, span.zone, from, to),
    openMs,
    holiday: names.get(date) ?? null,
    offsetChange: offsetChangeBetween(span.zone, from, to),
  }
}

function kindOf(
  { calendar, hours }: CompiledCalendar,
  span: OpenSpan,
  day: EpochDay,
  openMs: number,
): CalendarDay['kind'] {
  if (hours.dated.has(day)) return 'exception'
  if (span.holidays.has(day)) return 'holiday'
  if (openMs > 0) return 'open'
  return calendar.weekend.includes(weekdayOf(day)) ? 'weekend' : 'closed'
}

function windowsBetween(compiled: CompiledCalendar, zone: ZoneOffsets, from: number, to: number): Window[] {
  return stretches(compiled, from, to)
    .filter(({ kind }) => kind === 'open')
    .map((open) => [
      open.from === from ? '00:00' : wallTime(zone, open.from),
      open.to === to ? '24:00' : wallTime(zone, open.to),
    ])
}

function wallTime(zone: ZoneOffsets, instant: number): string {
  return new Date(wallOfInstant(zone, instant)).toISOString().slice(11, 16)
}

function offsetChangeBetween(
  { starts, offsets }: ZoneOffsets,
  from: number,
  to: number,
): OffsetChange | null {
  const index = starts.findIndex((start) => start >= from && start < to)
  const before = offsets[index - 1]
  const after = offsets[index]
  if (before === undefined || after === undefined) return null
  return { at: starts[index] ?? from, fromMinutes: before / 60_000, toMinutes: after / 60_000 }
}

function holidayNames(
  rule: PublicHolidayRule | undefined,
  publicHolidays: PublicHolidays | null,
  year: number,
): ReadonlyMap<string, string> {
  if (rule === undefined || publicHolidays === null) return new Map()
  return new Map(publicHolidays(rule, year).map(({ date, name }) => [date, name]))
}
