import type { Attention } from '../contract/alerts.ts'

// Also for the page, so with Intl alone: the library behind `shared/time` would be most of a page's bytes.

export type QuietHours = NonNullable<Attention['quietHours']>

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Quiet hours as instants, half-open. UTC milliseconds. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** Those of the last day asked for. A board asks for hundreds of alerts at once, and Intl is slow. */
const lastAsked = new WeakMap<QuietHours, { readonly day: number; readonly stretches: readonly Stretch[] }>()

/**
 * When the quiet hours that `now` lies in end; null outside of them. They begin and end at wall times of their zone,
 * by the `compatible` rule where the clocks change: a time that is skipped is moved on by the gap, one that occurs
 * twice is the first. A zone this computer does not know has none: better a bell too many than one too few.
 */
export function quietUntil(hours: QuietHours, now: number): number | null {
  const day = Math.floor(now / DAY_MS)
  const held = lastAsked.get(hours)
  const stretches = held?.day === day ? held.stretches : stretchesAround(day, hours)
  lastAsked.set(hours, { day, stretches })
  return stretches.find(({ from, to }) => from <= now && now < to)?.to ?? null
}

/** All that can hold an instant of a UTC day: a zone's date may be one off, and hours may have begun the day before. */
function stretchesAround(day: number, { from, to, timeZone }: QuietHours): Stretch[] {
  const format = formatOf(timeZone)
  if (format === null) return []
  const start = minutesOf(from) * MINUTE_MS
  const end = minutesOf(to) * MINUTE_MS
  return [day - 2, day - 1, day, day + 1].map((date) => ({
    from: instantOfWall(date * DAY_MS + start, format),
    to: instantOfWall((end > start ? date : date + 1) * DAY_MS + end, format),
  }))
}

/** `wall` is a wall time read as if it were UTC. No zone changes twice within two days. */
function instantOfWall(wall: number, format: Intl.DateTimeFormat): number {
  const before = wall - offsetAt(wall - DAY_MS, format)
  const after = wall - offsetAt(wall + DAY_MS, format)
  const isAfter = after + offsetAt(after, format) === wall
  const isBefore = before + offsetAt(before, format) === wall
  // Both where the time occurs twice: the first. Neither where it is skipped: as if the clocks had not changed yet.
  return isAfter && !isBefore ? after : before
}

/** UTC offset in ms. */
function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const parts = format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = Object.fromEntries(parts)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE_MS) * MINUTE_MS
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const fields = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const
  try {
    return new Intl.DateTimeFormat('en', { ...fields, timeZone, hourCycle: 'h23' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function minutesOf(wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number)
  return hours * 60 + minutes
}
