import type { RangesView } from './prepared.ts'

export interface RangeEnds {
  /** The first number inside; null is open. Of a time always an instant, that of the first record. */
  readonly from: number | null
  /** The first number after it; null is open. Of a time always an instant. */
  readonly to: number | null
  /** Text of the number, where the column has only one inside. */
  readonly only: string | null
}

export function rangeEnds({ column, cuts }: RangesView, code: number): RangeEnds {
  const from = cuts[code - 1] ?? -Infinity
  const to = cuts[code] ?? Infinity
  const numbers = column.numbers ?? new Float64Array()
  if (column.kind === 'time') return { ...instantsOf(numbers, from, to), only: null }
  return {
    from: from === -Infinity ? null : from,
    to: to === Infinity ? null : to,
    only: onlyNumber(numbers, from, to),
  }
}

function instantsOf(numbers: Float64Array, from: number, to: number): { from: number; to: number } {
  if (from !== -Infinity && to !== Infinity) return { from, to }
  let first = Infinity
  let last = -Infinity
  for (const number of numbers) {
    if (number < first) first = number
    if (number > last) last = number
  }
  return { from: Math.max(from, first), to: Math.min(to, last + timeStep(numbers)) }
}

/** Lengths of time by which records are dated, longest first, in ms. */
const STEPS = [86_400_000, 3_600_000, 60_000, 1_000]

/** How finely instants are told: the longest of day, hour, minute and second in UTC that they are all multiples of, or 1 ms. */
export function timeStep(numbers: Float64Array): number {
  return STEPS.find((step) => numbers.every((number) => Number.isNaN(number) || number % step === 0)) ?? 1
}

function onlyNumber(numbers: Float64Array, from: number, to: number): string | null {
  let only: number | null = null
  for (const number of numbers) {
    if (!(number >= from && number < to) || number === only) continue
    if (only !== null) return null
    only = number
  }
  return only === null ? null : `${only}`
}
