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
  const split = splitKeys(keys)
  // Each length goes on from the codes of the one before: a table of (code, next digit) instead of a search by text.
  let before: CodedPrefixes = firstPlus(split)
  for (let length = 1; length <= Math.min(mostDigits, MOST_PREFIX_DIGITS); length += 1) {
    const next = nextDigits(split, length, before)
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

/** Keys in parts that fit whole numbers of 32 bits, with which a processor counts quickest. */
interface SplitKeys {
  /** The first six digits and the last six. */
  readonly high: Int32Array
  readonly low: Int32Array
  /** How many digits there are; 0 where blank. */
  readonly lengths: Uint8Array
  readonly plus: Uint8Array
}

const HALF = MOST_PREFIX_DIGITS / 2

function splitKeys(keys: Float64Array): SplitKeys {
  const high = new Int32Array(keys.length)
  const low = new Int32Array(keys.length)
  const lengths = new Uint8Array(keys.length)
  const plus = new Uint8Array(keys.length)
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? -1
    if (key < 0) continue
    const digits = Math.floor(key / 32)
    const rest = key - digits * 32
    const first = Math.floor(digits / 10 ** HALF)
    high[row] = first
    low[row] = digits - first * 10 ** HALF
    lengths[row] = rest >> 1
    plus[row] = rest & 1
  }
  return { high, low, lengths, plus }
}

function sharedCodes(rows: number): Uint16Array<SharedArrayBuffer> {
  return new Uint16Array(new SharedArrayBuffer(rows * 2))
}

/** Before any digit: nothing, or a plus. */
function firstPlus({ lengths, plus }: SplitKeys): CodedPrefixes {
  const codes = sharedCodes(lengths.length)
  for (let row = 0; row < lengths.length; row += 1) {
    if ((lengths[row] ?? 0) > 0) codes[row] = (plus[row] ?? 0) + 1
  }
  return { codes, values: ['', '', '+'] }
}

/** Null where there are too many. */
function nextDigits(
  { high, low, lengths }: SplitKeys,
  length: number,
  before: CodedPrefixes,
): CodedPrefixes | null {
  const codes = sharedCodes(lengths.length)
  const codeOf = new Uint16Array(before.values.length * 10)
  const values = ['']
  const digits = length <= HALF ? high : low
  const divisor = 10 ** (length <= HALF ? HALF - length : MOST_PREFIX_DIGITS - length)
  for (let row = 0; row < digits.length; row += 1) {
    const shorter = before.codes[row] ?? 0
    if (shorter === 0 || (lengths[row] ?? 0) < length) continue
    const digit = (((digits[row] ?? 0) / divisor) | 0) % 10
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
