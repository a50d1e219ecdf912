import { zoneMinutes } from './time-zones.ts'

/** English first; German, Spanish and French names as seen in feeds of national operators. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'jänner', 'ene', 'enero', 'janv', 'janvier'],
  ['feb', 'february', 'februar', 'febrero', 'févr', 'février'],
  ['mar', 'march', 'mär', 'mrz', 'märz', 'marzo', 'mars'],
  ['apr', 'april', 'abr', 'abril', 'avr', 'avril'],
  ['may', 'mai', 'mayo'],
  ['jun', 'june', 'juni', 'junio', 'juin'],
  ['jul', 'july', 'juli', 'julio', 'juil', 'juillet'],
  ['aug', 'august', 'ago', 'agosto', 'août'],
  ['sep', 'sept', 'september', 'septiembre', 'septembre'],
  ['oct', 'october', 'okt', 'oktober', 'octubre', 'octobre'],
  ['nov', 'november', 'noviembre', 'novembre'],
  ['dec', 'december', 'dez', 'dezember', 'dic', 'diciembre', 'déc', 'décembre'],
]
const LONGEST_DATE = 80
const ISO =
  /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:(?:t|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*([a-z]+|(?:gmt|utc)?[+-][\d:]+)?)?$/i
const ISO_BASIC = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?()([a-z]+|[+-][\d:]+)?)?$/i
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(am|pm)?(?![\d:])/i
const WEEKDAY = /^\p{L}+\.?(?:,\s*|\s+)(?=\p{L}|\d)/u

interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/**
 * A date as feeds and APIs write it, to UTC milliseconds: ISO 8601 and RFC 5322 forms, asctime, named zones, month
 * names in four languages, seconds or milliseconds since 1970. Null where there is none, where it cannot exist (31 February) or where its zone is not
 * known: an item without a date is honest, one dated "now" or 1970 is not.
 */
export function readDate(raw: string | null): number | null {
  const text = (raw ?? '')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text.length > LONGEST_DATE) return null
  return readEpoch(text) ?? readIso(text) ?? readWords(text)
}

/** Seconds since 1970, as a number or digits, to milliseconds. Null where it is neither. */
export function readEpochSeconds(value: unknown): number | null {
  const seconds = typeof value === 'string' && /^\d{1,11}(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return null
  return Math.round(seconds * 1000)
}

/** Ten digits are seconds since 1970, thirteen are milliseconds: no calendar form has as many. */
function readEpoch(text: string): number | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null
  return text.length === 10 ? Number(text) * 1000 : Number(text)
}

function readIso(text: string): number | null {
  const match = ISO.exec(text) ?? ISO_BASIC.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  return toInstant(
    {
      year: Number(year),
      month: Number(month ?? 1),
      day: Number(day ?? 1),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      millisecond: readFraction(fraction),
    },
    zone ?? '',
  )
}

/** "Fri, 07 Aug 2026 03:10:00 GMT", "Thu Jan 1 19:48:21 2004", "August 7, 2026 3:10 PM PST". */
function readWords(text: string): number | null {
  const clock = CLOCK.exec(text)
  const before = clock === null ? text : text.slice(0, clock.index)
  const after = clock === null ? '' : text.slice(clock.index + clock[0].length)
  const day = readCalendarDay(before.trim()) ?? readCalendarDay(`${before} ${yearOf(after)}`.trim())
  if (day === null) return null
  const hour = readHour(clock?.[1], clock?.[5])
  if (hour === null) return null
  const wall = {
    ...day,
    hour,
    minute: Number(clock?.[2] ?? 0),
    second: Number(clock?.[3] ?? 0),
    millisecond: readFraction(clock?.[4]),
  }
  return toInstant(wall, after.replace(/(?<![\d:+-])\d{4}$|(?<![\d:+-])\d{4}(?=\s)/, ''))
}

/** In asctime the year stands behind the clock: "19:48:21 2004", "19:48:21 UTC 2004". */
function yearOf(text: string): string {
  return /(?<![\d:+-])\d{4}(?![\d:])/.exec(text)?.[0] ?? ''
}

function readCalendarDay(text: string): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  const parts = text
    .replace(WEEKDAY, (word) => (monthNumber(word.replace(/[.,\s]/g, '')) === null ? '' : word))
    .split(/[\s,.\-/]+/)
    .filter((part) => part !== '' && !/^(at|um|à|de|del|a|las)$/i.test(part))
  if (parts.length !== 3) return null
  const [first = '', second = '', year = ''] = parts
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first]
  const month = monthNumber(name)
  const dayNumber = /^\d{1,2}(?:st|nd|rd|th)?$/.test(day) ? Number.parseInt(day, 10) : null
  if (month === null || dayNumber === null || !/^(\d{2}|\d{4})$/.test(year)) return null
  return { year: fullYear(year), month, day: dayNumber }
}

/** Two-digit years as RFC 5322 reads them. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) < 50 ? 2000 : 1900)
}

function monthNumber(name: string): number | null {
  const index = MONTHS.findIndex((names) => names.includes(name.toLowerCase()))
  return index === -1 ? null : index + 1
}

function readHour(hour: string | undefined, half: string | undefined): number | null {
  const value = Number(hour ?? 0)
  if (half === undefined) return value
  if (value < 1 || value > 12) return null
  return (value % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

function readFraction(digits: string | undefined): number {
  return digits === undefined || digits === '' ? 0 : Math.floor(Number(`0.${digits}`) * 1000)
}

function toInstant(wall: WallTime, zone: string): number | null {
  const minutesEast = zoneMinutes(zone)
  if (minutesEast === null || !exists(wall)) return null
  const utc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  return utc + wall.millisecond - minutesEast * 60_000
}

function exists(wall: WallTime): boolean {
  if (wall.year < 1900 || wall.month < 1 || wall.month > 12 || wall.day < 1) return false
  const daysOfMonth = new Date(Date.UTC(wall.year, wall.month, 0)).getUTCDate()
  if (wall.day > daysOfMonth || wall.minute > 59) return false
  // A leap second is the first second of the next minute; 24:00:00 is the next midnight.
  if (wall.second > 60) return false
  return wall.hour < 24 || (wall.hour === 24 && wall.minute === 0 && wall.second === 0)
}
