import type { CalendarYear } from '../../shared/contract/policies.ts'

export type CalendarDay = CalendarYear['days'][number]
export type DayKind = CalendarDay['kind']

/** In the order of the legend. */
export const DAY_KINDS = ['open', 'closed', 'weekend', 'holiday', 'exception'] as const satisfies DayKind[]

export interface CalendarMonth {
  /** 1 to 12. */
  readonly month: number
  /** Weeks of seven, Monday first; null outside the month. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[]
  readonly openMs: number
}

/** The days of a year as a wall calendar shows them. */
export function monthsOf(days: readonly CalendarDay[]): CalendarMonth[] {
  const months = Map.groupBy(days, ({ date }) => Number(date.slice(5, 7)))
  return [...months].map(([month, own]) => {
    const cells: (CalendarDay | null)[] = [...blanks(mondayFirst(own[0]?.date ?? '')), ...own]
    cells.push(...blanks((7 - (cells.length % 7)) % 7))
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
    return { month, weeks, openMs: own.reduce((sum, day) => sum + day.openMs, 0) }
  })
}

/** How many days of each kind, and how many on which the clocks change. */
export function countDays(days: readonly CalendarDay[]): Record<DayKind | 'offsetChange', number> {
  const counts = { open: 0, closed: 0, weekend: 0, holiday: 0, exception: 0, offsetChange: 0 }
  for (const { kind, offsetChange } of days) {
    counts[kind] += 1
    if (offsetChange !== null) counts.offsetChange += 1
  }
  return counts
}

/** Length of a local day in minutes: 1440, less or more where the clocks change. */
export function minutesOfDay({ offsetChange }: CalendarDay): number {
  return offsetChange === null ? 1_440 : 1_440 + offsetChange.fromMinutes - offsetChange.toMinutes
}

/** Where a key leads from a date within its year; the date itself where it leads nowhere. */
export function dateAfterKey(date: string, key: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const moved = movedBy(key, year, month - 1, day)
  return moved !== null && moved.getUTCFullYear() === year ? moved.toISOString().slice(0, 10) : date
}

function movedBy(key: string, year: number, month: number, day: number): Date | null {
  if (key === 'ArrowLeft') return utcDate(year, month, day - 1)
  if (key === 'ArrowRight') return utcDate(year, month, day + 1)
  if (key === 'ArrowUp') return utcDate(year, month, day - 7)
  if (key === 'ArrowDown') return utcDate(year, month, day + 7)
  if (key === 'Home') return utcDate(year, month, 1)
  if (key === 'End') return utcDate(year, month + 1, 0)
  if (key === 'PageUp') return sameDayOf(year, month - 1, day)
  if (key === 'PageDown') return sameDayOf(year, month + 1, day)
  return null
}

function utcDate(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day))
}

/** The 31st of a shorter month is its last day. */
function sameDayOf(year: number, month: number, day: number): Date {
  return utcDate(year, month, Math.min(day, utcDate(year, month + 1, 0).getUTCDate()))
}

function mondayFirst(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

function blanks(count: number): null[] {
  return Array.from({ length: count }, () => null)
}
