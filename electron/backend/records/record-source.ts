import type { ColumnProfile, RecordNote, RecordRefusal } from '../../../shared/records/record-set.ts'

/** A file as DuckDB reads it: a query with columns c0, c1, … of text, in the order of the file. */
export interface RecordSource {
  /** As a person knows it. */
  readonly file: string
  readonly names: readonly string[]
  readonly sql: string
  /** Whether reading twice costs less than keeping the texts between two readings. */
  readonly isQuick: boolean
  readonly layout: ColumnProfile | null
  readonly notes: readonly RecordNote[]
  /** Rows that were left out before DuckDB saw them; the first hundred, and how many. */
  readonly refusals: readonly RecordRefusal[]
  readonly refusalCount: number
  /** The file on disk, to find lines of refused rows; null for formats without lines. */
  readonly textPath: string | null
}

export const MOST_NAMED_REFUSALS = 100

export interface SourceOptions {
  /** Layouts that a person keeps; they go before those of the program. */
  readonly ownLayouts: readonly ColumnProfile[]
  /** Reads by this layout, whatever the header says; null: recognised. */
  readonly layout: ColumnProfile | null
}

/** Tables of a connection into which DuckDB writes rows of CSV it could not read. */
export const REJECTED_ROWS = 'rejected_rows'
export const REJECTED_SCANS = 'rejected_scans'
