import type { DuckDBValue } from '@duckdb/node-api'
import type { ExampleRecord } from '../../../shared/records/analysis.ts'
import { type AttachedSet, columnNamed, recordsSql, ROW } from './attached-set.ts'
import { textColumn } from './column-plan.ts'
import type { ConditionSql } from './condition-sql.ts'
import { numberOf, rowsOf, textOf, withConnection } from './duckdb-session.ts'
import { identifier } from './sql-text.ts'
import { cellsOf } from './write-cells.ts'

/** Records as their file has them, in the order asked for; blanks are left out. */
export async function readRows(set: AttachedSet, rows: readonly number[]): Promise<ExampleRecord[]> {
  if (rows.length === 0) return []
  const records = await readWhere(set, `WHERE rowid IN (${rows.map(() => '?').join(', ')})`, rows.map(BigInt))
  const byRow = new Map(records.map((record) => [record.row, record]))
  return rows.flatMap((row) => byRow.get(row) ?? [])
}

/** The first records that meet a condition; null: the first of all. */
export async function findRows(
  set: AttachedSet,
  where: ConditionSql | null,
  limit: number,
): Promise<ExampleRecord[]> {
  if (where === null) return readWhere(set, 'ORDER BY rowid LIMIT ?', [limit])
  const row = identifier(ROW)
  const found = `SELECT ${row} FROM ${recordsSql(set)} WHERE (${where.sql}) ORDER BY ${row} LIMIT ?`
  return readWhere(set, `WHERE rowid IN (${found}) ORDER BY rowid`, [...where.parameters, limit])
}

async function readWhere(
  set: AttachedSet,
  rest: string,
  parameters: DuckDBValue[],
): Promise<ExampleRecord[]> {
  const texts = set.stored.map(({ index }) => `${textColumn(index)}::VARCHAR`)
  return withConnection(set.instance, undefined, async (connection) => {
    const rows = await rowsOf(
      connection,
      `SELECT rowid, ${texts.join(', ')} FROM ${cellsOf(set.database)} ${rest}`,
      parameters,
    )
    return rows.map(([row, ...values]) => ({
      row: numberOf(row),
      values: Object.fromEntries(
        set.stored.flatMap(({ name }, index) => {
          const text = textOf(values[index])
          return text === null ? [] : [[name, text]]
        }),
      ),
    }))
  })
}

export interface CountedValue {
  readonly value: string
  readonly records: number
}

/** The commonest values of a column that begin so, in whatever case. Throws RecordProblem. */
export async function distinctValues(
  set: AttachedSet,
  column: string,
  beginning: string,
  limit: number,
): Promise<CountedValue[]> {
  const text = textColumn(columnNamed(set, column).index)
  return withConnection(set.instance, undefined, async (connection) => {
    const rows = await rowsOf(
      connection,
      `SELECT value, records FROM (
         SELECT ${text}::VARCHAR AS value, records
         FROM (SELECT ${text}, count(*) AS records FROM ${cellsOf(set.database)} GROUP BY 1))
       WHERE value IS NOT NULL AND starts_with(lower(value), lower(?)) ORDER BY records DESC, value LIMIT ?`,
      [beginning, limit],
    )
    return rows.map(([value, records]) => ({ value: textOf(value) ?? '', records: numberOf(records) }))
  })
}

/** Which of these texts a column has, and in how many records. Throws RecordProblem. */
export async function matchingValues(
  set: AttachedSet,
  column: string,
  texts: readonly string[],
): Promise<CountedValue[]> {
  if (texts.length === 0) return []
  const text = textColumn(columnNamed(set, column).index)
  return withConnection(set.instance, undefined, async (connection) => {
    const rows = await rowsOf(
      connection,
      `SELECT ${text}::VARCHAR, count(*) FROM ${cellsOf(set.database)}
       WHERE ${text}::VARCHAR IN (${texts.map(() => '?').join(', ')}) GROUP BY 1 ORDER BY 1`,
      [...texts],
    )
    return rows.map(([value, records]) => ({ value: textOf(value) ?? '', records: numberOf(records) }))
  })
}
