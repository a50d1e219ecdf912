import type { CaseTable } from '../case-table.ts'
import type { Explanation, Tally } from '../search-result.ts'
import { evidenceOf } from '../search/likelihood.ts'
import { associationTest, type TestResult } from '../statistics/association-test.ts'
import { expectedCounts, fourfoldOf, type Fourfold } from '../statistics/fourfold.ts'
import { gStatistic } from '../statistics/g-test.ts'
import { codeTallies, type CodeTallies } from './code-tallies.ts'
import { costTerms, type CostTerm } from './explain-cost.ts'
import { tallyOf } from './inside-rows.ts'

/** A table of counts with what follows from it. */
export interface ExplainedCounts {
  readonly observed: Fourfold
  /** What the cells would be, had being inside nothing to do with failing. */
  readonly expected: Fourfold
  /** Likelihood-ratio statistic over the scatter between rows. */
  readonly g: number
  readonly test: TestResult
}

/** Why a finding stands where it stands: every number on the screen with those it follows from. */
export interface ExplainedFinding {
  /** On all records. */
  readonly whole: ExplainedCounts
  /** On what the findings before it left over; null where the sizes of what was left are not known. */
  readonly remaining: ExplainedCounts | null
  /** Likelihood gain, and what it is worth as evidence: with the logarithm of how thin a tail is at that point. */
  readonly gain: number
  readonly evidence: number
  readonly cost: number
  readonly costTerms: readonly CostTerm[]
}

export interface ExplainedSearch {
  /** Chance of a false finding that was put up with. */
  readonly alpha: number
  readonly dispersion: number
  /** All that earlier findings left over, inside and outside; null where not known. */
  readonly leftOver: Tally | null
  /** Of the whole table; give them where many findings are explained. */
  readonly tallies?: readonly CodeTallies[]
}

/** Throws a RangeError where the counts of the finding are not part of the table's. */
export function explainFinding(
  table: CaseTable,
  finding: Explanation,
  search: ExplainedSearch,
): ExplainedFinding {
  const { alpha, dispersion, leftOver, tallies = codeTallies(table) } = search
  const { gain, cost, tally, remaining } = finding
  return {
    whole: explainCounts(tally, tallyOf(table), dispersion),
    remaining: leftOver === null ? null : explainCounts(remaining, leftOver, dispersion),
    gain,
    evidence: evidenceOf(gain),
    cost,
    costTerms: costTerms(table, finding, alpha, tallies),
  }
}

export function explainCounts(inside: Tally, whole: Tally, dispersion: number): ExplainedCounts {
  const observed = fourfoldOf(inside, whole)
  return {
    observed,
    expected: expectedCounts(observed),
    g: gStatistic(observed, dispersion),
    test: associationTest(observed, dispersion),
  }
}
