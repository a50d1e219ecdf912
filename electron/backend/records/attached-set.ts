import type { DuckDBInstance } from '@duckdb/node-api'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import { type StoredColumn, textColumn, valueColumn } from './column-plan.ts'
import { OWN_PREFIX } from './header-names.ts'
import { RecordProblem } from './record-problem.ts'
import { identifier } from './sql-text.ts'
import { cellsOf } from './write-cells.ts'

/** A record set whose file is attached to the DuckDB of all. */
export interface AttachedSet {
  readonly instance: DuckDBInstance
  readonly database: string
  readonly recordSet: RecordSet
  readonly stored: readonly StoredColumn[]
}

/** Number of a record in its set, from 0, in the order of its files. */
export const ROW = `${OWN_PREFIX}row`

export function ownText(index: number): string {
  return identifier(`${OWN_PREFIX}${textColumn(index)}`)
}

/**
 * The records under the names of their columns, as conditions ask for them: numbers DOUBLE, times BIGINT UTC ms, all
 * else VARCHAR, blank NULL. Beside them the stored columns under names of our own.
 */
export function recordsSql({ database, stored }: AttachedSet): string {
  const named = stored.map(({ name, index, kind, coded, reading }) => {
    const isValue = (kind === 'number' || kind === 'time') && reading !== null
    const text = coded === null ? textColumn(index) : `${textColumn(index)}::VARCHAR`
    return `${isValue ? valueColumn(index) : text} AS ${identifier(name)}`
  })
  const own = stored.flatMap(({ index, kind, reading }) => [
    `${textColumn(index)} AS ${ownText(index)}`,
    ...(reading === null
      ? []
      : [`${valueColumn(index)} AS ${identifier(`${OWN_PREFIX}${valueColumn(index)}`)}`]),
    ...(kind === 'digits' ? [`p${index} AS ${identifier(`${OWN_PREFIX}p${index}`)}`] : []),
  ])
  return `(SELECT rowid AS ${identifier(ROW)}, ${[...named, ...own].join(', ')} FROM ${cellsOf(database)})`
}

/** Throws RecordProblem. */
export function columnNamed({ stored, recordSet }: AttachedSet, name: string): StoredColumn {
  const column = stored.find((each) => each.name === name)
  if (column !== undefined) return column
  throw new RecordProblem('unknown-column', `${recordSet.name} has no column "${name}".`)
}
