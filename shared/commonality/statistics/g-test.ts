import { complementaryError } from './error-function.ts'
import { cellsOf, expectedCounts, marginsOf, type Fourfold } from './fourfold.ts'

/** By how much two failing rates, inside and outside, fit better than one; natural logarithm, never below 0. */
export function likelihoodGain(table: Fourfold): number {
  const expected = cellsOf(expectedCounts(table))
  const gain = cellsOf(table).reduce((sum, count, i) => sum + xLogRatio(count, expected[i] ?? 0), 0)
  return Math.max(0, gain)
}

function xLogRatio(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected)
}

/** Likelihood-ratio statistic, twice the gain, over the scatter between rows. */
export function gStatistic(table: Fourfold, dispersion = 1): number {
  return (2 * likelihoodGain(table)) / dispersion
}

/** How likely a difference at least as large is, in either direction, where there is none. */
export function gTest(table: Fourfold, dispersion = 1): number {
  return complementaryError(Math.sqrt(gStatistic(table, dispersion) / 2))
}

/** One-sided: how likely so few (or so many) failing records inside are, where being inside has nothing to do with it. */
export function gTestToward(direction: 'fewer' | 'more', table: Fourfold): number {
  const { failing, inside, all } = marginsOf(table)
  const isFewer = table.failingInside * all <= failing * inside
  const tail = gTest(table) / 2
  return isFewer === (direction === 'fewer') ? tail : 1 - tail
}
