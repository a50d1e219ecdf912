import type { CaseTable } from '../../../shared/commonality/case-table.ts'

/** A conjunction in words: attribute to value. */
export type Description = Readonly<Record<string, string>>

/** Something that makes records fail, put into a case on purpose. */
export interface TrueCause {
  readonly description: Description
  /** Other descriptions, of order 3 at most, of exactly the same rows: as right as the cause itself. */
  readonly equivalents: readonly Description[]
  /** Share of its records that fail because of it. */
  readonly failingShare: number
  /** Rows and failing records in the table. */
  readonly rows: number
  readonly failed: number
  /** False where too few fail to prove it: neither asked for nor punished. */
  readonly required: boolean
}

/** What is known of a case because it was made that way. */
export interface Truth {
  readonly causes: readonly TrueCause[]
  /** Single values that look bad only because they travel with a cause: to report one is wrong. */
  readonly decoys: readonly Description[]
  /** Values that fail more often every day: to report one is neither right nor wrong. */
  readonly chronic: readonly Description[]
}

export interface LabelledCase extends Truth {
  readonly name: string
  readonly table: CaseTable
  /** Columns that the search does not read as they are: identifiers, SIP code, time of day in seconds. */
  readonly extras: readonly ExtraColumn[]
}

export interface ExtraColumn {
  readonly name: string
  /** By row. */
  readonly texts: readonly string[]
}
