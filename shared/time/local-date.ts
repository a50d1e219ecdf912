import { WEEKDAYS, type Weekday } from './weekdays.ts'

export const DAY_MS = 86_400_000

/** A local date as a whole number: days since 1970-01-01, whatever the zone. */
export type EpochDay = number

const MONDAY_OFFSET = 3 // 1970-01-01 was a Thursday.

/** `2026-01-06` → days since 1970-01-01. The text has been checked to be a date. */
export function epochDayOf(date: string): EpochDay {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

export function dateOf(day: EpochDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function yearOf(day: EpochDay): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

/** 0 is Monday. */
export function weekdayIndexOf(day: EpochDay): number {
  return (((day + MONDAY_OFFSET) % 7) + 7) % 7
}

export function weekdayOf(day: EpochDay): Weekday {
  return WEEKDAYS[weekdayIndexOf(day)] ?? 'mon'
}
