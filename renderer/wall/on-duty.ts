import type { Desk } from '../../shared/contract/settings.ts'

/** A desk at one moment: its wall time and whether that lies in its hours. */
export interface DeskNow {
  readonly id: string
  readonly name: string
  /** `14:05` in the desk's zone; null where the browser does not know the zone. */
  readonly localTime: string | null
  readonly isOnDuty: boolean
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const DAY_INDEX: Readonly<Record<string, number>> = { Sun: 0, Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6 }

interface WallTime {
  /** 0 is Sunday. */
  readonly day: number
  /** Minutes since midnight. */
  readonly minutes: number
  readonly text: string
}

function wallTime(timeZone: string, now: number): WallTime | null {
  let parts: Intl.DateTimeFormatPart[]
  try {
    const options = {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    } as const
    parts = new Intl.DateTimeFormat('en', options).formatToParts(now)
  } catch {
    return null
  }
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const text = `${read('hour')}:${read('minute')}`
  return { day: DAY_INDEX[read('weekday')] ?? 0, minutes: minutesOf(text), text }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * Windows are half-open, and one that ends before it starts passes midnight into the next day. Only who is on duty
 * now is asked here; due times and shifts are the backend's, which knows holidays.
 */
function isWithin(hours: Desk['hours'], { day, minutes }: WallTime): boolean {
  const today = hours[DAYS[day] ?? 'sun'] ?? []
  const yesterday = hours[DAYS[(day + 6) % 7] ?? 'sat'] ?? []
  const inToday = today.some(([from, to]) => {
    const start = minutesOf(from)
    const end = minutesOf(to)
    return minutes >= start && (end <= start || minutes < end)
  })
  const fromYesterday = yesterday.some(([from, to]) => {
    const end = minutesOf(to)
    return end < minutesOf(from) && minutes < end
  })
  return inToday || fromYesterday
}

/** Every desk as of `now`, those on duty first. */
export function desksNow(desks: readonly Desk[], now: number): DeskNow[] {
  const seen = desks.map((desk) => {
    const local = wallTime(desk.timeZone, now)
    return {
      id: desk.id,
      name: desk.name,
      localTime: local?.text ?? null,
      isOnDuty: local !== null && isWithin(desk.hours, local),
    }
  })
  return seen.sort((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty))
}
