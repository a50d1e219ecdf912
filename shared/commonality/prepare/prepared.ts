import type { AnalysisResult, Symptom } from '../../records/analysis.ts'
import type { CaseTable } from '../case-table.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'

export interface PrepareOptions {
  /** Columns that the definition of failing names. */
  readonly outcome: readonly string[]
  /** Columns that say how many records a row stands for. */
  readonly counts: readonly string[]
  /** Columns that are not looked at. */
  readonly ignore: readonly string[]
  /** Columns that are searched although they say what failing is, look like symptoms or name single records. */
  readonly keep: readonly string[]
  /** Columns whose blank counts as a value. */
  readonly blankAsValue: readonly string[]
}

/** What the search reads, and what was left out of it and why. */
export interface Prepared {
  readonly table: RecordTable
  readonly caseTable: CaseTable
  /** How each dimension of the case table looks at its column, in the same order. */
  readonly views: readonly View[]
  /** In the order of the columns. */
  readonly setAside: readonly SetAside[]
  /** In the order of the columns. */
  readonly symptoms: readonly Symptom[]
}

export type SetAside = AnalysisResult['setAside'][number]

/** One way to look at a column. Code 0 is blank in all of them, unless blank is a value. */
export type View = ValuesView | PrefixView | RangesView

interface ViewOfColumn {
  readonly column: RecordColumn
  /** Code of the blank where it counts as a value. */
  readonly blank: number | null
}

export interface ValuesView extends ViewOfColumn {
  readonly kind: 'values'
}

export interface PrefixView extends ViewOfColumn {
  readonly kind: 'prefix'
  readonly length: number
}

/** Ranges that lie side by side: code c holds what is from `cuts[c - 1]` on and below `cuts[c]`. */
export interface RangesView extends ViewOfColumn {
  readonly kind: 'ranges'
  /** Ascending, from -Infinity to Infinity. */
  readonly cuts: Float64Array
}
