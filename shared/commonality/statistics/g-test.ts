import { complementaryError } from './error-function.ts'
import { cellsOf, expectedCounts, marginsOf, type Fourfold } from './fourfold.ts'

/** Likelihood-ratio statistic over the scatter between rows: twice what two failing rates explain more than one. */
export function gStatistic(table: Fourfold, dispersion = 1): number {
  const expected = cellsOf(expectedCounts(table))
  const gain = cellsOf(table).reduce((sum, count, i) => sum + xLogRatio(count, expected[i] ?? 0), 0)
  return (2 * Math.max(0, gain)) / dispersion
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

function xLogRatio(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected)
}
