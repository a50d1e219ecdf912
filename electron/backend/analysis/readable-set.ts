import type { Condition } from '../../../shared/commonality/condition/condition.ts'
import type { ConditionFault } from '../../../shared/commonality/condition/condition-fault.ts'
import type { RecordTable } from '../../../shared/commonality/record-table.ts'
import type { ExampleRecord } from '../../../shared/records/analysis.ts'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import type { ConditionSql } from '../records/condition-sql.ts'

/** Which rows of a set are on which side. */
export interface SidesWanted {
  /** Null where the file counts. */
  readonly failed: ConditionSql | null
  /** Null: all that do not fail. */
  readonly working: ConditionSql | null
  readonly where: ConditionSql | null
  readonly weightColumn: string | null
  readonly failedCountColumn: string | null
  readonly totalCountColumn: string | null
}

/** Rows of a set with both sides marked. */
export interface ReadRecords {
  readonly table: RecordTable
  /** For each row of the table its row in the set. */
  readonly rowNumbers: Float64Array | Uint32Array
  /** Where not all rows were taken. */
  readonly sampling: { readonly rows: number; readonly of: number } | null
}

/** An open record set, as an analysis needs it. */
export interface ReadableSet {
  readonly recordSet: Pick<RecordSet, 'columns' | 'timeZone'>
  readTable(sides: SidesWanted, signal?: AbortSignal): Promise<ReadRecords>
  readRows(rows: readonly number[]): Promise<readonly ExampleRecord[]>
  /** What is wrong with regular expressions: only the engine that runs them knows. */
  patternFaults(condition: Condition): Promise<readonly ConditionFault[]>
}
