import type { SideCounts } from '../../records/analysis.ts'
import type { Tally } from '../search-result.ts'
import { associationTest, type TestResult } from '../statistics/association-test.ts'
import { fourfoldOf, marginsOf } from '../statistics/fourfold.ts'
import { oddsRatio, shareRatio, type Ratio } from '../statistics/ratio.ts'
import { riskOf, type Risk } from '../statistics/risk.ts'

/** What is said about a description in numbers, counts first. */
export interface FindingFigures {
  readonly counts: SideCounts
  readonly shareRatio: Ratio
  readonly oddsRatio: Ratio
  readonly test: TestResult
  readonly risk: Risk | null
}

export interface SampleFacts {
  /** All records of the analysis. */
  readonly whole: Tally
  /** Whether these are all records there were; false where failing and working ones were picked. */
  readonly totalsKnown: boolean
  /** Scatter between rows beyond chance; 1 is none. */
  readonly dispersion: number
}

/** Figures of a description that covers `inside`. Throws a RangeError where that cannot be part of the whole. */
export function findingFigures(
  inside: Tally,
  { whole, totalsKnown, dispersion }: SampleFacts,
): FindingFigures {
  const table = fourfoldOf(inside, whole)
  return {
    counts: sideCountsOf(inside, whole),
    shareRatio: shareRatio(table, dispersion),
    oddsRatio: oddsRatio(table, dispersion),
    test: associationTest(table, dispersion),
    risk: riskOf(table, totalsKnown, dispersion),
  }
}

export function sideCountsOf(inside: Tally, whole: Tally): SideCounts {
  const table = fourfoldOf(inside, whole)
  const { failing, working } = marginsOf(table)
  return {
    failing: { inside: table.failingInside, of: failing },
    working: { inside: table.workingInside, of: working },
  }
}
