import type { Calendar, WallWindow } from './calendar.ts'
import { WEEKDAYS } from './weekdays.ts'
import { CalendarFault } from './calendar-fault.ts'
import { mergeIntervals, withoutIntervals, type Interval } from './intervals.ts'
import { epochDayOf, weekdayIndexOf, type EpochDay } from './local-date.ts'

/** Minutes of a day. */
const DAY_MINUTES = 1_440

/** What is open on one local date, in minutes since its midnight, sorted and apart. */
type DayParts = readonly Interval[]

/** Hours by local date: every window cut at midnight, so that a date's hours are wholly its own. */
export interface DayHours {
  /** Index 0 is Monday. */
  readonly week: readonly DayParts[]
  readonly dated: ReadonlyMap<EpochDay, DayParts>
  readonly breaks: ReadonlyMap<EpochDay, DayParts>
  readonly holidays: ReadonlySet<EpochDay>
}

const CLOSED: DayParts = []
const WHOLE_DAY: DayParts = [{ from: 0, to: DAY_MINUTES }]

/** Cuts a calendar's windows into days. Throws a CalendarFault naming the window that is wrong. */
export function dayHoursOf(calendar: Calendar): DayHours {
  const holidays = new Set(calendar.holidays.map(epochDayOf))
  return {
    week: weekOf(calendar.hours),
    dated: datedHours(calendar, holidays),
    breaks: breaksOf(calendar),
    holidays,
  }
}

/** What is open on a date that is no holiday, before breaks: its own hours, else the weekday's. */
export function partsOn(hours: DayHours, day: EpochDay): DayParts {
  return hours.dated.get(day) ?? hours.week[weekdayIndexOf(day)] ?? CLOSED
}

export function isAlwaysOpen(hours: DayHours): boolean {
  const wholeWeek = hours.week.every(
    (parts) => parts.length === 1 && parts[0]?.from === 0 && parts[0].to === DAY_MINUTES,
  )
  return wholeWeek && hours.dated.size === 0 && hours.breaks.size === 0 && hours.holidays.size === 0
}

export function neverOpens({ week, dated, breaks }: DayHours): boolean {
  return (
    week.every((parts) => parts.length === 0) &&
    [...dated].every(([day, parts]) => withoutIntervals(parts, breaks.get(day) ?? []).length === 0)
  )
}

function weekOf(hours: Calendar['hours']): DayParts[] {
  if (hours === 'always') return WEEKDAYS.map(() => WHOLE_DAY)
  const parts: Interval[][] = WEEKDAYS.map(() => [])
  WEEKDAYS.forEach((weekday, index) => {
    hours[weekday]?.forEach((window, position) => {
      const place = `hours.${weekday}[${position}]`
      const [today, spill] = halves(window, place)
      put(parts[index] ?? [], today, place)
      if (spill !== null) put(parts[(index + 1) % 7] ?? [], spill, place)
    })
  })
  return parts.map(mergeIntervals)
}

function datedHours(calendar: Calendar, holidays: ReadonlySet<EpochDay>): Map<EpochDay, DayParts> {
  const parts = new Map<EpochDay, Interval[]>()
  const spills = new Map<EpochDay, { part: Interval; place: string }[]>()
  for (const [date, windows] of Object.entries(calendar.exceptions)) {
    const day = epochDayOf(date)
    const own: Interval[] = []
    windows.forEach((window, position) => {
      const place = `exceptions.${date}[${position}]`
      const [today, spill] = halves(window, place)
      put(own, today, place)
      if (spill !== null) spills.set(day + 1, [...(spills.get(day + 1) ?? []), { part: spill, place }])
    })
    parts.set(day, own)
  }
  const week = weekOf(calendar.hours)
  for (const [day, spilled] of spills) {
    // A date of its own hours says all of them itself; a holiday stays closed.
    if (parts.has(day) || holidays.has(day)) continue
    const own = [...(week[weekdayIndexOf(day)] ?? CLOSED), ...spilled.map(({ part }) => part)]
    parts.set(day, own)
  }
  return new Map([...parts].map(([day, own]) => [day, mergeIntervals(own)]))
}

function breaksOf(calendar: Calendar): Map<EpochDay, DayParts> {
  const breaks = new Map<EpochDay, Interval[]>()
  for (const [date, windows] of Object.entries(calendar.breaks)) {
    windows.forEach((window, position) => {
      const [today, spill] = halves(window, `breaks.${date}[${position}]`)
      const day = epochDayOf(date)
      const known = breaks.get(day) ?? []
      put(known, today, `breaks.${date}[${position}]`)
      breaks.set(day, known)
      if (spill !== null) breaks.set(day + 1, [...(breaks.get(day + 1) ?? []), spill])
    })
  }
  return new Map([...breaks].map(([day, parts]) => [day, mergeIntervals(parts)]))
}

/** A window as minutes of its own date and, where it passes midnight, of the next. */
function halves(window: WallWindow, place: string): [Interval, Interval | null] {
  const from = minutesOf(window[0], place)
  const to = minutesOf(window[1], place)
  if (from === to) {
    throw new CalendarFault(place, `${window[0]}-${window[1]} is empty; a whole day is 00:00-24:00`)
  }
  if (from === DAY_MINUTES) throw new CalendarFault(place, 'a window cannot open at 24:00; write 00:00')
  if (from < to) return [{ from, to }, null]
  return [{ from, to: DAY_MINUTES }, to === 0 ? null : { from: 0, to }]
}

function minutesOf(text: string, place: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text)
  if (match === null) throw new CalendarFault(place, `"${text}" is not a wall time from 00:00 to 24:00`)
  return match[1] === undefined ? DAY_MINUTES : Number(match[1]) * 60 + Number(match[2])
}

function put(parts: Interval[], part: Interval, place: string): void {
  const other = parts.find(({ from, to }) => from < part.to && part.from < to)
  if (other !== undefined) throw new CalendarFault(place, 'this window overlaps another of the same day')
  parts.push(part)
}
