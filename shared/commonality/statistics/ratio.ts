import { cellsOf, marginsOf, withHalf, type Fourfold } from './fourfold.ts'

/** A ratio with its 95 % interval; all null where there is nothing to compare. */
export interface Ratio {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Half a record was added to every cell, because a ratio with an empty cell is 0 or without bound. */
  readonly corrected: boolean
}

/** How far 95 % of a normal distribution reach to either side, in standard deviations. */
export const REACH_OF_95 = 1.959963984540054

const NO_RATIO: Ratio = { value: null, low: null, high: null, corrected: false }

/**
 * How many times as common the description is among failing records as among working ones, with the interval of Katz
 * on the logarithm. Corrected where no record of a side is inside, or all of both are.
 * `dispersion` is the scatter between rows beyond chance; it widens the interval.
 */
export function shareRatio(table: Fourfold, dispersion = 1): Ratio {
  const { failing, working } = marginsOf(table)
  if (failing === 0 || working === 0) return NO_RATIO
  const { failingInside, failingOutside, workingInside, workingOutside } = table
  const isAllInside = failingOutside === 0 && workingOutside === 0
  const corrected = failingInside === 0 || workingInside === 0 || isAllInside
  const used = corrected ? withHalf(table) : table
  const sides = marginsOf(used)
  const value = used.failingInside / sides.failing / (used.workingInside / sides.working)
  // 1/a - 1/n as b/(a n): no two large terms that cancel.
  const variance =
    used.failingOutside / (used.failingInside * sides.failing) +
    used.workingOutside / (used.workingInside * sides.working)
  return ratioWith(value, variance * dispersion, corrected)
}

/** Odds of failing inside over those outside, with the interval of Woolf. Corrected where any cell is empty. */
export function oddsRatio(table: Fourfold, dispersion = 1): Ratio {
  const { failing, working } = marginsOf(table)
  if (failing === 0 || working === 0) return NO_RATIO
  const corrected = cellsOf(table).includes(0)
  const used = corrected ? withHalf(table) : table
  const value = (used.failingInside * used.workingOutside) / (used.failingOutside * used.workingInside)
  const variance = cellsOf(used).reduce((sum, count) => sum + 1 / count, 0)
  return ratioWith(value, variance * dispersion, corrected)
}

/** A ratio whose logarithm has the given variance. */
export function ratioWith(value: number, logVariance: number, corrected: boolean): Ratio {
  const reach = Math.exp(REACH_OF_95 * Math.sqrt(logVariance))
  return { value, low: value / reach, high: value * reach, corrected }
}
