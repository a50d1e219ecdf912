import { shareOf } from './column-sample.ts'

/** How the instants of a column are written. */
export type TimeReading =
  /** ISO 8601, with `T` or a space; `zoned` where some say their offset. */
  | { readonly is: 'time'; readonly as: 'iso'; readonly zoned: boolean }
  /** A count since 1970, so many in a second. */
  | { readonly is: 'time'; readonly as: 'epoch'; readonly perSecond: 1 | 1e3 | 1e6 | 1e9 }
  /** Day, month and year in a fixed pattern of strptime. */
  | {
      readonly is: 'time'
      readonly as: 'pattern'
      readonly pattern: string
      /** Null where the values leave no doubt. */
      readonly assumed: 'day-first' | 'month-first' | null
    }

const ISO =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?(?:\d{2})?))?)?$/
const OFFSET = /:\d{2}(?:[.,]\d+)? ?(?:Z|UTC|[+-]\d{2}:?(?:\d{2})?)$/
const PACKED = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-2]\d[0-5]\d[0-5]\d$/
const DAY_OR_MONTH =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:(,? +)(\d{1,2}:\d{2})(:\d{2})?(\.\d+)?( ?[AaPp][Mm])?)?$/
const NAMED_MONTH = /^\d{1,2}([ -])[A-Za-z]{3}\1\d{4}(?:( )\d{1,2}:\d{2}(:\d{2})?)?$/

const LEAST_SHARE = 0.95

/** Null where the values are no instants. `hinted`: the column's name speaks of time. */
export function timeReading(values: readonly string[], hinted: boolean): TimeReading | null {
  if (values.length === 0) return null
  if (shareOf(values, (value) => ISO.test(value)) >= LEAST_SHARE) {
    return { is: 'time', as: 'iso', zoned: values.some((value) => OFFSET.test(value)) }
  }
  if (shareOf(values, (value) => PACKED.test(value)) >= LEAST_SHARE) {
    return { is: 'time', as: 'pattern', pattern: '%Y%m%d%H%M%S', assumed: null }
  }
  return epochReading(values, hinted) ?? dayMonthReading(values) ?? namedMonthReading(values)
}

/** 2001-09-09 to 2096: below, ten digits are no seconds. */
const EARLIEST_SECOND = 1e9
const LATEST_SECOND = 4e9

function epochReading(values: readonly string[], hinted: boolean): TimeReading | null {
  for (const perSecond of [1, 1e3, 1e6, 1e9] as const) {
    // Ten digits are a telephone number as well; more only with a name that speaks of time or of none.
    if (perSecond === 1 && !hinted) continue
    const fits = shareOf(values, (value) => {
      if (!/^\d{10,19}(?:\.\d{1,9})?$/.test(value)) return false
      const seconds = Number(value) / perSecond
      return seconds >= EARLIEST_SECOND && seconds < LATEST_SECOND
    })
    const leastShare = hinted ? LEAST_SHARE : 1
    if (fits >= leastShare && (hinted || isNarrow(values))) return { is: 'time', as: 'epoch', perSecond }
  }
  return null
}

/** Without a name that speaks of time: instants of one file lie within a few years, other numbers do not. */
function isNarrow(values: readonly string[]): boolean {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    least = Math.min(least, Number(value))
    most = Math.max(most, Number(value))
  }
  return values.length >= 2 && most / least < 1.1
}

function dayMonthReading(values: readonly string[]): TimeReading | null {
  const matches = values.map((value) => DAY_OR_MONTH.exec(value)).filter((match) => match !== null)
  const first = matches[0]
  if (first === undefined || matches.length < values.length * LEAST_SHARE) return null
  const firstOverTwelve = matches.some((match) => Number(match[1]) > 12)
  const secondOverTwelve = matches.some((match) => Number(match[3]) > 12)
  if (firstOverTwelve && secondOverTwelve) return null
  const separator = first[2] ?? '/'
  const afternoon = matches.some((match) => match[9] !== undefined)
  // Only the United States write the month first, with slashes and mostly with a clock of twelve hours.
  const monthFirst = secondOverTwelve || (!firstOverTwelve && separator === '/' && afternoon)
  const order = monthFirst ? 'month-first' : 'day-first'
  const [one, two] = monthFirst ? ['%m', '%d'] : ['%d', '%m']
  const year = (first[4] ?? '').length === 4 ? '%Y' : '%y'
  return {
    is: 'time',
    as: 'pattern',
    pattern: `${one}${separator}${two}${separator}${year}${clockPattern(first)}`,
    assumed: firstOverTwelve || secondOverTwelve ? null : order,
  }
}

function clockPattern([, , , , , gap, clock, seconds, fraction, half]: RegExpExecArray): string {
  if (clock === undefined) return ''
  const hour = half === undefined ? '%H' : '%I'
  const rest = `${seconds === undefined ? '' : ':%S'}${fraction === undefined ? '' : '.%f'}`
  return `${gap ?? ' '}${hour}:%M${rest}${half === undefined ? '' : half.startsWith(' ') ? ' %p' : '%p'}`
}

function namedMonthReading(values: readonly string[]): TimeReading | null {
  const matches = values.map((value) => NAMED_MONTH.exec(value)).filter((match) => match !== null)
  const first = matches[0]
  if (first === undefined || matches.length < values.length * LEAST_SHARE) return null
  const [, separator = ' ', gap, seconds] = first
  const clock = gap === undefined ? '' : ` %H:%M${seconds === undefined ? '' : ':%S'}`
  return { is: 'time', as: 'pattern', pattern: `%d${separator}%b${separator}%Y${clock}`, assumed: null }
}
