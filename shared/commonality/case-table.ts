/**
 * What the search reads: every attribute as one number per row, and how much each row weighs.
 *
 * A row is one record, or many that are alike (a counted file gives a failed and a total count per row).
 */
export interface CaseTable {
  readonly rows: number
  readonly dimensions: readonly Dimension[]
  /** Failing records that each row stands for; not necessarily whole numbers. */
  readonly failed: Float64Array
  /** Failing and working records that each row stands for, at least `failed`; 0 for a row on neither side. */
  readonly total: Float64Array
}

/** One attribute, or one way to look at it (a prefix length, ranges of a number). */
export interface Dimension {
  /** Names the dimension; of a plain attribute it is the column's name. */
  readonly name: string
  /** The column it comes from. A conjunction names a column once, whatever ways there are to look at it. */
  readonly column: string
  /** For each row the place of its value in `values`; 0 is blank and never a cause. */
  readonly codes: Codes
  /** `values[0]` is the blank. */
  readonly values: readonly string[]
}

export type Codes = Uint8Array | Uint16Array | Uint32Array

/** One attribute with one value. */
export interface Literal {
  /** Place in `CaseTable.dimensions`. */
  readonly dimension: number
  /** Place in the dimension's `values`; never 0. */
  readonly code: number
}

export type Conjunction = readonly Literal[]
