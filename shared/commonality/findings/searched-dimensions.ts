import type { CaseTable } from '../case-table.ts'
import type { CodeTallies } from './code-tallies.ts'

/** A dimension that the search pays to name, because it tells records apart. */
export interface SearchedDimension {
  /** Place in `CaseTable.dimensions`. */
  readonly dimension: number
  readonly column: string
  /** Values that some record has, the blank not counted. */
  readonly cardinality: number
}

/** Those in which records have at least two values, a blank being one. `tallies` are those of the whole table. */
export function searchedDimensions(table: CaseTable, tallies: readonly CodeTallies[]): SearchedDimension[] {
  return table.dimensions.flatMap(({ column }, dimension): SearchedDimension[] => {
    const counts = tallies[dimension]?.total ?? new Float64Array()
    const present = counts.filter((count) => count > 0).length
    const hasBlank = (counts[0] ?? 0) > 0
    return present < 2 ? [] : [{ dimension, column, cardinality: present - (hasBlank ? 1 : 0) }]
  })
}
