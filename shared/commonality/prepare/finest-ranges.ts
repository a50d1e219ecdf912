import type { Codes } from '../case-table.ts'
import type { RecordColumn } from '../record-table.ts'
import type { Prepared } from './prepared.ts'

/** A number or time with the finest ranges the case has of it. */
export interface FinestRanges {
  readonly numbers: Float64Array
  readonly codes: Codes
  readonly cuts: Float64Array
}

/** Null for a column that has no ranges. */
export function finestRanges({ caseTable, views }: Prepared, column: RecordColumn): FinestRanges | null {
  // Views of a column stand finest first, and refined ones after them.
  for (const [place, view] of views.entries()) {
    if (view.kind !== 'ranges' || view.column !== column || column.numbers === null) continue
    const codes = caseTable.dimensions[place]?.codes
    if (codes !== undefined) return { numbers: column.numbers, codes, cuts: view.cuts }
  }
  return null
}
