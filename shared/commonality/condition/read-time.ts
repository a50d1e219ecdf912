import { DAY_MS } from '../../time/local-date.ts'

/** A time as a person writes it. A date alone is the whole day; a wall time and a day need a zone to be instants. */
export type WrittenTime =
  /** UTC ms. */
  | { readonly kind: 'instant'; readonly ms: number }
  /** The wall time read as if it were UTC, in ms; of a day its midnight. */
  | { readonly kind: 'wall' | 'day'; readonly ms: number }

const ISO =
  /^(?<date>(?:\d{4}|[+-]\d{6})-\d\d-\d\d)(?:[T ](?<time>\d\d(?::\d\d(?::\d\d)?)?)(?:[.,](?<fraction>\d{1,9}))?(?<offset>Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/** `20261120` and `20261120103000`, which no epoch time of our days looks like. */
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/

/** Seconds from 1973 on with or without a fraction, or milliseconds of the same span. */
const EPOCH = /^(?:(\d{9,11})(?:\.(\d{1,9}))?|(\d{12,13}))$/

/** Room for any zone's offset and a day's end. */
const LATEST_MS = 8.64e15 - 2 * DAY_MS

/** ISO 8601, or seconds or milliseconds since 1970; null for what is no time. Below a millisecond is cut off. */
export function readTime(text: string): WrittenTime | null {
  const compact = COMPACT.exec(text)
  if (compact !== null) {
    const [, year, month, day, hour, minute, second] = compact
    const date = `${year}-${month}-${day}`
    return readParts(date, hour === undefined ? undefined : `${hour}:${minute}:${second}`)
  }
  const epoch = EPOCH.exec(text)
  if (epoch !== null) {
    const [, seconds, fraction = '', milliseconds] = epoch
    const ms = milliseconds ?? `${seconds}${millisecondsOf(fraction)}`
    return { kind: 'instant', ms: Number(ms) }
  }
  const { date, time, fraction, offset } = ISO.exec(text)?.groups ?? {}
  return date === undefined ? null : readParts(date, time, fraction, offset)
}

function readParts(date: string, time?: string, fraction = '', offset = ''): WrittenTime | null {
  // Only seconds have fractions here.
  if (fraction !== '' && time?.length !== 8) return null
  const clock = `${time ?? ''}${'00:00:00'.slice((time ?? '').length)}`
  const wallMs = Date.parse(`${date}T${clock}.${millisecondsOf(fraction)}Z`)
  // Some engines take 30 February for 2 March, and 24:00 for the next day.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(`${date}T${clock}`)) return null
  if (Math.abs(wallMs) > LATEST_MS) return null
  if (time === undefined) return { kind: 'day', ms: wallMs }
  if (offset === '') return { kind: 'wall', ms: wallMs }
  const offsetMs = readOffset(offset)
  return offsetMs === null ? null : { kind: 'instant', ms: wallMs - offsetMs }
}

function millisecondsOf(fraction: string): string {
  return fraction.slice(0, 3).padEnd(3, '0')
}

function readOffset(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).replace(':', ''))
  if (hours > 23 || minutes > 59) return null
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
