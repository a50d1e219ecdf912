import { fisherTest, fisherTestToward } from './fisher-test.ts'
import { cellsOf, expectedCounts, type Fourfold } from './fourfold.ts'
import { gTest, gTestToward } from './g-test.ts'

/** By which test, and how likely a difference at least as large is where there is none. */
export interface TestResult {
  readonly name: 'fisher' | 'g'
  readonly p: number
}

/** Below, the distribution of G is not that of a large sample (Cochran). */
const LEAST_EXPECTED = 5

/** Two-sided test of whether being inside has to do with failing. `dispersion`: scatter between rows beyond chance. */
export function associationTest(table: Fourfold, dispersion = 1): TestResult {
  if (!needsFisher(table, dispersion)) return { name: 'g', p: gTest(table, dispersion) }
  return { name: 'fisher', p: fisherTest(table) }
}

/** One-sided: whether there are fewer (or more) failing records inside than there would be by chance. */
export function oneSidedTest(direction: 'fewer' | 'more', table: Fourfold): TestResult {
  if (!needsFisher(table, 1)) return { name: 'g', p: gTestToward(direction, table) }
  return { name: 'fisher', p: fisherTestToward(direction, table) }
}

/** The exact test knows neither parts of a record nor scatter, so weighted and scattered counts keep G. */
function needsFisher(table: Fourfold, dispersion: number): boolean {
  if (dispersion !== 1 || !cellsOf(table).every(Number.isInteger)) return false
  return cellsOf(expectedCounts(table)).some((expected) => expected < LEAST_EXPECTED)
}
