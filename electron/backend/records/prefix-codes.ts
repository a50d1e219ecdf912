import type { PrefixCodes } from '../../../shared/commonality/record-table.ts'
import { MOST_PREFIX_DIGITS } from './value-sql.ts'

/** More different first digits than these are not worth naming. */
const MOST_PREFIXES = 5_000

/**
 * First digits of a column, coded, for each length at which few enough are distinct. `keys` as `prefixKeySql` makes
 * them, -1 where blank or no digits. A plus before the digits belongs to a prefix, as it does to the text it begins.
 */
export function prefixCodes(keys: Float64Array, mostDigits: number = MOST_PREFIX_DIGITS): PrefixCodes[] {
  const found: PrefixCodes[] = []
  // Each length goes on from the codes of the one before: a table of (code, next digit) instead of a search by text.
  let before: CodedPrefixes | null = null
  for (let length = 1; length <= Math.min(mostDigits, MOST_PREFIX_DIGITS); length += 1) {
    const next: CodedPrefixes | null = before === null ? firstDigits(keys) : nextDigits(keys, length, before)
    if (next === null) break
    found.push({ length, codes: next.codes, values: next.values })
    before = next
  }
  return found
}

interface CodedPrefixes {
  readonly codes: Uint16Array<SharedArrayBuffer>
  readonly values: readonly string[]
}

function sharedCodes(rows: number): Uint16Array<SharedArrayBuffer> {
  return new Uint16Array(new SharedArrayBuffer(rows * 2))
}

/** The digits of a key: 12 of them, filled up with zeros; how many are real; whether a plus stands before. */
function digitsOf(key: number): number {
  return Math.floor(key / 32)
}

function lengthOf(key: number): number {
  return Math.floor((key % 32) / 2)
}

const FIRST_PLACE = 10 ** (MOST_PREFIX_DIGITS - 1)

function firstDigits(keys: Float64Array): CodedPrefixes {
  const codes = sharedCodes(keys.length)
  const codeOf = new Uint16Array(20)
  const values = ['']
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? -1
    if (key < 0 || lengthOf(key) < 1) continue
    const digit = Math.floor(digitsOf(key) / FIRST_PLACE)
    const plus = key % 2
    const place = digit * 2 + plus
    if (codeOf[place] === 0) {
      codeOf[place] = values.length
      values.push(`${plus === 1 ? '+' : ''}${digit}`)
    }
    codes[row] = codeOf[place] ?? 0
  }
  return { codes, values }
}

/** Null where there are too many. */
function nextDigits(keys: Float64Array, length: number, before: CodedPrefixes): CodedPrefixes | null {
  const codes = sharedCodes(keys.length)
  const codeOf = new Uint16Array(before.values.length * 10)
  const values = ['']
  const divisor = 10 ** (MOST_PREFIX_DIGITS - length)
  for (let row = 0; row < keys.length; row += 1) {
    const shorter = before.codes[row] ?? 0
    const key = keys[row] ?? -1
    if (shorter === 0 || lengthOf(key) < length) continue
    const digit = Math.floor(digitsOf(key) / divisor) % 10
    const place = shorter * 10 + digit
    if (codeOf[place] === 0) {
      if (values.length > MOST_PREFIXES) return null
      codeOf[place] = values.length
      values.push(`${before.values[shorter] ?? ''}${digit}`)
    }
    codes[row] = codeOf[place] ?? 0
  }
  return { codes, values }
}
