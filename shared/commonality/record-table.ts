import type { ColumnKind, ColumnRole } from '../records/column-words.ts'
import type { Codes } from './case-table.ts'

/** A column as it was read. */
export interface RecordColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole | null
  readonly distinct: number
  readonly blanks: number
  /** Values by row; null where there are too many to be worth naming (`identifier`, and `digits` with many values). */
  readonly codes: Codes | null
  /** Texts of the codes, the blank first; empty where `codes` is null. */
  readonly values: readonly string[]
  /** Of `number`: the number; of `time`: UTC ms; NaN where blank. Null for other kinds. */
  readonly numbers: Float64Array | null
  /** Of `digits`: the first digits, coded, for the lengths at which few enough are distinct. Null for other kinds. */
  readonly prefixes: readonly PrefixCodes[] | null
}

export interface PrefixCodes {
  readonly length: number
  readonly codes: Codes
  readonly values: readonly string[]
}

/** Records of an analysis with both sides marked. */
export interface RecordTable {
  readonly rows: number
  readonly columns: readonly RecordColumn[]
  /** Weight of each row on the failing and on the working side; both 0 on neither. */
  readonly failed: Float64Array
  readonly working: Float64Array
}
