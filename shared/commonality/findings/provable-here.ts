import type { AnalysisResult } from '../../records/analysis.ts'
import type { CaseTable } from '../case-table.ts'
import { problemOf } from '../search/problem.ts'
import { DEFAULT_SEARCH_OPTIONS } from '../search/search-explanations.ts'
import type { Tally } from '../search-result.ts'
import { provableAt, type ProvableQuestion } from '../statistics/provable.ts'
import { codeTallies, type CodeTallies } from './code-tallies.ts'
import { tallyOf } from './inside-rows.ts'
import { searchedDimensions } from './searched-dimensions.ts'

/** Least failing records that a description of one, two, three attributes must cover to be proven in this table. */
export function provableHere(
  table: CaseTable,
  { alpha, dispersion }: Pick<ProvableQuestion, 'alpha' | 'dispersion'>,
  tallies: readonly CodeTallies[] = codeTallies(table),
): AnalysisResult['provable'] {
  const searched = searchedDimensions(table, tallies)
  const whole = tallyOf(table)
  const question = {
    whole,
    leastCover: leastCoverOf(whole),
    cardinalities: searched.map(({ cardinality }) => cardinality),
    columns: new Set(searched.map(({ column }) => column)).size,
    alpha,
    dispersion,
  }
  const [single, pair, triple] = [1, 2, 3].map((order) => provableAt(order, question).clean)
  return { single: single ?? null, pair: pair ?? null, triple: triple ?? null }
}

/** As the search has it: asked of a problem that holds all records in one cell. */
function leastCoverOf({ failed, total }: Tally): number {
  const cell = { count: 1, dimensions: [], failed: Float64Array.of(failed), total: Float64Array.of(total) }
  return problemOf(cell, cell, DEFAULT_SEARCH_OPTIONS).leastCover
}
