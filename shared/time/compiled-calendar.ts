import type { Calendar, PublicHolidayRule } from './calendar.ts'
import { CalendarFault } from './calendar-fault.ts'
import { dayHoursOf, isAlwaysOpen, neverOpens, partsOn, type DayHours } from './day-parts.ts'
import { mergeIntervals, withoutIntervals, type Interval } from './intervals.ts'
import { DAY_MS, epochDayOf, yearOf, type EpochDay } from './local-date.ts'
import { instantOfWall, requireZone, wallOfInstant, zoneOffsets, type ZoneOffsets } from './zone.ts'

/** A local date and what the country calls it, in English where that is known. */
export interface PublicHoliday {
  readonly date: string
  readonly name: string
}

/** A year's public holidays. The backend passes one made from a library; see holidays.ts. */
export type PublicHolidays = (rule: PublicHolidayRule, year: number) => readonly PublicHoliday[]

/**
 * The open time of a calendar over a span: sorted intervals [opens[i], closes[i]) that do not touch, and
 * `before[i]`, the open milliseconds of all intervals before the i-th; `before[count]` is their sum.
 */
export interface OpenSpan {
  readonly from: number
  readonly to: number
  readonly fromDay: EpochDay
  readonly toDay: EpochDay
  readonly zone: ZoneOffsets
  readonly count: number
  readonly opens: Float64Array
  readonly closes: Float64Array
  readonly before: Float64Array
  /** Local dates of the span that are closed as holidays, own or public. */
  readonly holidays: ReadonlySet<EpochDay>
}

/** A calendar ready for arithmetic. `span` is built when it is first asked and grows when something beyond it is. */
export interface CompiledCalendar {
  readonly calendar: Calendar
  readonly hours: DayHours
  readonly publicHolidays: PublicHolidays | null
  readonly alwaysOpen: boolean
  readonly firstFromDay: EpochDay
  readonly firstToDay: EpochDay
  span: OpenSpan | null
}

/** Beyond these no contract runs; a question out there is a mistake in the data. */
const FIRST_DAY = epochDayOf('1900-01-01')
const LAST_DAY = epochDayOf('2200-01-01')

/**
 * Compiles a calendar, at first for [fromMs, toMs]; it extends itself beyond. Throws a CalendarFault with place and
 * reason for an unknown zone, overlapping windows, a calendar that never opens, or public holidays that are
 * named but not provided.
 */
export function compileCalendar(
  calendar: Calendar,
  fromMs: number,
  toMs: number,
  publicHolidays: PublicHolidays | null = null,
): CompiledCalendar {
  requireZone(calendar.timeZone, 'timeZone')
  const hours = dayHoursOf(calendar)
  if (neverOpens(hours)) throw new CalendarFault('hours', 'this calendar never opens')
  if (calendar.publicHolidays !== undefined && publicHolidays === null) {
    throw new CalendarFault('publicHolidays', 'public holidays cannot be looked up here')
  }
  const alwaysOpen = isAlwaysOpen(hours) && calendar.publicHolidays === undefined
  const firstFromDay = Math.floor(fromMs / DAY_MS) - 1
  const firstToDay = Math.ceil(toMs / DAY_MS) + 1
  demandYears(firstFromDay, firstToDay)
  // An unknown country is refused now, not when the first case asks.
  if (calendar.publicHolidays !== undefined) publicHolidays?.(calendar.publicHolidays, yearOf(firstFromDay))
  return { calendar, hours, publicHolidays, alwaysOpen, firstFromDay, firstToDay, span: null }
}

/** Years of holidays take their time, and a hub has contracts that none of its tickets is under. */
function spanOf(compiled: CompiledCalendar): OpenSpan {
  compiled.span ??= buildSpan(compiled, compiled.firstFromDay, compiled.firstToDay)
  return compiled.span
}

/** The span once it holds [from, to]; grown if it did not. */
export function spanCovering(compiled: CompiledCalendar, from: number, to: number): OpenSpan {
  const span = spanOf(compiled)
  if (from >= span.from && to < span.to) return span
  const days = span.toDay - span.fromDay
  // Grown by half at least, so that walking far ahead builds few spans.
  const fromDay =
    from < span.from
      ? Math.min(Math.floor(from / DAY_MS) - 2, span.fromDay - Math.ceil(days / 2))
      : span.fromDay
  const toDay =
    to >= span.to ? Math.max(Math.ceil(to / DAY_MS) + 2, span.toDay + Math.ceil(days / 2)) : span.toDay
  if (!(from >= FIRST_DAY * DAY_MS && to <= LAST_DAY * DAY_MS)) {
    throw new CalendarFault('instant', 'outside the years 1900 to 2199')
  }
  compiled.span = buildSpan(compiled, fromDay, toDay)
  return compiled.span
}

/** The span with at least a month more at the end. */
export function spanExtendedAfter(compiled: CompiledCalendar): OpenSpan {
  const { from, to, toDay } = spanOf(compiled)
  if (toDay >= LAST_DAY)
    throw new CalendarFault('instant', 'it does not open for so long before the year 2200')
  return spanCovering(compiled, from, Math.min(to + 30 * DAY_MS, LAST_DAY * DAY_MS))
}

/** The span with at least a month more at the beginning. */
export function spanExtendedBefore(compiled: CompiledCalendar): OpenSpan {
  const { from, fromDay } = spanOf(compiled)
  if (fromDay <= FIRST_DAY)
    throw new CalendarFault('instant', 'it was not open for so long since the year 1900')
  return spanCovering(compiled, Math.max(from - 30 * DAY_MS, FIRST_DAY * DAY_MS), from)
}

export function localDayOf(span: OpenSpan, instant: number): EpochDay {
  return Math.floor(wallOfInstant(span.zone, instant) / DAY_MS)
}

type Source = Pick<CompiledCalendar, 'calendar' | 'hours' | 'publicHolidays'>

function buildSpan(source: Source, wantedFrom: EpochDay, wantedTo: EpochDay): OpenSpan {
  demandYears(wantedFrom, wantedTo)
  const fromDay = Math.max(FIRST_DAY, wantedFrom)
  const toDay = Math.min(LAST_DAY, wantedTo)
  const zone = zoneOffsets(source.calendar.timeZone, fromDay * DAY_MS, toDay * DAY_MS)
  const holidays = holidaysBetween(source, fromDay, toDay)
  const open = openIntervals(source.hours, holidays, zone, fromDay, toDay)
  const opens = new Float64Array(open.length)
  const closes = new Float64Array(open.length)
  const before = new Float64Array(open.length + 1)
  let sum = 0
  open.forEach(({ from, to }, index) => {
    opens[index] = from
    closes[index] = to
    sum += to - from
    before[index + 1] = sum
  })
  const from = instantOfWall(zone, fromDay * DAY_MS)
  const to = instantOfWall(zone, toDay * DAY_MS)
  return { from, to, fromDay, toDay, zone, count: open.length, opens, closes, before, holidays }
}

function demandYears(fromDay: EpochDay, toDay: EpochDay): void {
  if (Math.max(FIRST_DAY, fromDay) < Math.min(LAST_DAY, toDay)) return
  throw new CalendarFault('instant', 'outside the years 1900 to 2199')
}

/** A date with hours of its own is open for them, so it is no holiday to anybody. */
function holidaysBetween(source: Source, fromDay: EpochDay, toDay: EpochDay): ReadonlySet<EpochDay> {
  const { calendar, hours, publicHolidays } = source
  const days = new Set(hours.holidays)
  if (calendar.publicHolidays !== undefined && publicHolidays !== null) {
    for (let year = yearOf(fromDay); year <= yearOf(toDay); year += 1) {
      for (const { date } of publicHolidays(calendar.publicHolidays, year)) days.add(epochDayOf(date))
    }
  }
  for (const day of hours.dated.keys()) days.delete(day)
  return days
}

function openIntervals(
  hours: DayHours,
  holidays: ReadonlySet<EpochDay>,
  zone: ZoneOffsets,
  fromDay: EpochDay,
  toDay: EpochDay,
): Interval[] {
  const open: Interval[] = []
  const closed: Interval[] = []
  for (let day = fromDay; day < toDay; day += 1) {
    const parts = holidays.has(day) ? [] : partsOn(hours, day)
    for (const part of parts) open.push(resolved(zone, day, part))
    for (const part of hours.breaks.get(day) ?? []) closed.push(resolved(zone, day, part))
  }
  return withoutIntervals(mergeIntervals(open), mergeIntervals(closed))
}

function resolved(zone: ZoneOffsets, day: EpochDay, { from, to }: Interval): Interval {
  const midnight = day * DAY_MS
  return {
    from: instantOfWall(zone, midnight + from * 60_000),
    to: instantOfWall(zone, midnight + to * 60_000),
  }
}
