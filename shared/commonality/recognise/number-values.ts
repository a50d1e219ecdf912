import { shareOf } from './column-sample.ts'

/** How the numbers of a column are written. */
export interface NumberReading {
  readonly is: 'number'
  /** `clock` is hours, minutes and seconds with colons; it is read as seconds. */
  readonly as: 'plain' | 'decimal-comma' | 'clock'
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
const WHOLE = /^[+-]?\d+$/
const CLOCK = /^\d{1,3}:[0-5]\d:[0-5]\d(?:\.\d+)?$/
/** `007` is a name, and so is a number of more digits than a number of JavaScript holds. */
const CODE = /^(?:0\d+|\d{16,})$/

/** Share of the values that must be numbers; the rest is told as not read. */
const LEAST_SHARE = 0.97

/** Null where the values are no numbers. */
export function numberReading(values: readonly string[]): NumberReading | null {
  if (values.length === 0) return null
  if (shareOf(values, (value) => CODE.test(value)) > 0.02) return null
  if (shareOf(values, (value) => PLAIN.test(value)) >= LEAST_SHARE) return { is: 'number', as: 'plain' }
  const comma = shareOf(values, (value) => DECIMAL_COMMA.test(value))
  if (comma > 0.1 && comma + shareOf(values, (value) => WHOLE.test(value)) >= LEAST_SHARE) {
    return { is: 'number', as: 'decimal-comma' }
  }
  if (shareOf(values, (value) => CLOCK.test(value)) >= LEAST_SHARE) return { is: 'number', as: 'clock' }
  return null
}
