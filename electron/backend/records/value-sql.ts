import type { ValueReading } from '../../../shared/commonality/recognise/recognise-columns.ts'
import { zoneOffsets } from '../../../shared/time/zone.ts'
import { literal } from './sql-text.ts'

/**
 * A number or instant is made of a text in two steps, because DuckDB would compute the first again for every place in
 * which the second names it.
 */
export interface ValueSql {
  /** From the text: DOUBLE of a number, BIGINT of an instant; NULL where it is none. */
  readonly parsed: string
  /** From the name under which the first step stands: a finite DOUBLE, or UTC milliseconds. */
  readonly finished: (parsed: string) => string
}

export function valueSql(text: string, reading: ValueReading, timeZone: string): ValueSql {
  if (reading.is === 'number') {
    // Spreadsheets write `inf` and `nan`; neither is a number to count with.
    return {
      parsed: numberSql(text, reading.as),
      finished: (parsed) => `CASE WHEN isfinite(${parsed}) THEN ${parsed} END`,
    }
  }
  if (reading.as === 'epoch') {
    const milliseconds = `round(try_cast(${text} AS DOUBLE) * ${1000 / reading.perSecond})`
    return { parsed: `try_cast(${milliseconds} AS BIGINT)`, finished: (parsed) => parsed }
  }
  if (reading.as === 'iso' && reading.zoned) {
    // Texts that say their offset are exact; casting them to a time without zone would drop it.
    return { parsed: `epoch_ms(try_cast(${text} AS TIMESTAMPTZ))`, finished: (parsed) => parsed }
  }
  const wall =
    reading.as === 'iso'
      ? `try_cast(${text} AS TIMESTAMP)`
      : `try_strptime(${text}, ${literal(reading.pattern)})`
  return { parsed: `epoch_ms(${wall})`, finished: (parsed) => instantOfWallSql(parsed, timeZone) }
}

function numberSql(text: string, as: 'plain' | 'decimal-comma' | 'clock'): string {
  if (as === 'plain') return `try_cast(${text} AS DOUBLE)`
  if (as === 'decimal-comma') return `try_cast(replace(${text}, ',', '.') AS DOUBLE)`
  return `epoch(try_cast(${text} AS INTERVAL))`
}

/** Wall times are changed by the rules of a zone within these years; before and after by the nearest one. */
const FIRST_WALL = Date.UTC(1990, 0, 1)
const LAST_WALL = Date.UTC(2045, 0, 1)

/**
 * Wall milliseconds to instants by Temporal's `compatible` rule, as `instantOfWall` in shared/time: DuckDB's own
 * conversion takes the second of two wall times that occur twice.
 */
function instantOfWallSql(wall: string, timeZone: string): string {
  const { starts, offsets } = zoneOffsets(timeZone, FIRST_WALL, LAST_WALL)
  const first = offsets[0] ?? 0
  if (offsets.length === 1) return first === 0 ? wall : `${wall} - ${first}`
  const cases: string[] = []
  // Latest first: records are mostly recent.
  for (let index = offsets.length - 1; index > 0; index -= 1) {
    const offset = offsets[index] ?? 0
    // Wall times that are skipped and those that occur twice keep the offset before the change.
    const threshold = (starts[index] ?? 0) + Math.max(offset, offsets[index - 1] ?? 0)
    cases.push(`WHEN ${wall} >= ${threshold} THEN ${offset}`)
  }
  return `${wall} - CASE ${cases.join(' ')} ELSE ${first} END`
}

/** How many first digits are kept for prefixes. */
export const MOST_PREFIX_DIGITS = 12

/**
 * The first digits of a number, how many they are and whether a plus stands before them, in one BIGINT: reading it back
 * and cutting it is much quicker than cutting texts. NULL where there are other characters than digits.
 * `decodePrefixKey` in prefix-codes.ts is the way back.
 */
export function prefixKeySql(text: string): string {
  const digits = `ltrim(${text}, '+')`
  const first = `rpad(left(${digits}, ${MOST_PREFIX_DIGITS}), ${MOST_PREFIX_DIGITS}, '0')`
  return (
    `CASE WHEN ${text} IS NOT NULL THEN try_cast(${first} AS BIGINT) * 32 ` +
    `+ least(length(${digits}), ${MOST_PREFIX_DIGITS}) * 2 + starts_with(${text}, '+')::INT END`
  )
}
