import { type DuckDBConnection, type DuckDBValue, DuckDBListValue, DuckDBStructValue } from '@duckdb/node-api'
import type { RecordSetColumn } from '../../../shared/records/record-set.ts'
import { type StoredColumn, textColumn, valueColumn } from './column-plan.ts'
import { numberOf, rowsOf, textOf } from './duckdb-session.ts'
import { cellsOf } from './write-cells.ts'

/** How many commonest values of a column are kept with the set. */
export const MOST_COMMONEST = 10

export type ColumnProfileFigures = Pick<RecordSetColumn, 'distinct' | 'blanks' | 'commonest'>

/** Counts the values of a column that is stored. */
export async function profileColumn(
  connection: DuckDBConnection,
  database: string,
  { index }: Pick<StoredColumn, 'index'>,
): Promise<ColumnProfileFigures> {
  const [row] = await rowsOf(
    connection,
    `WITH counted AS MATERIALIZED (
       SELECT ${textColumn(index)}::VARCHAR AS value, records
       FROM (SELECT ${textColumn(index)}, count(*) AS records FROM ${cellsOf(database)} GROUP BY 1)
     )
     SELECT count(value), coalesce(sum(records) FILTER (value IS NULL), 0),
       (SELECT list({value: value, records: records} ORDER BY records DESC, value)
        FROM (FROM counted WHERE value IS NOT NULL ORDER BY records DESC, value LIMIT ${MOST_COMMONEST}))
     FROM counted`,
  )
  const [distinct, blanks, commonest] = row ?? []
  return { distinct: numberOf(distinct), blanks: numberOf(blanks), commonest: commonValues(commonest) }
}

function commonValues(list: DuckDBValue | undefined): RecordSetColumn['commonest'] {
  if (!(list instanceof DuckDBListValue)) return []
  return list.items.flatMap((item) =>
    item instanceof DuckDBStructValue
      ? [{ value: textOf(item.entries['value']) ?? '', records: numberOf(item.entries['records']) }]
      : [],
  )
}

/** How many texts are no number or instant although their column holds such. */
export async function countUnread(
  connection: DuckDBConnection,
  database: string,
  columns: readonly StoredColumn[],
): Promise<Map<number, number>> {
  const read = columns.filter(({ reading }) => reading !== null)
  if (read.length === 0) return new Map()
  const counts = read.map(
    ({ index }) => `count(*) FILTER (${textColumn(index)} IS NOT NULL AND ${valueColumn(index)} IS NULL)`,
  )
  const [row] = await rowsOf(connection, `SELECT ${counts.join(', ')} FROM ${cellsOf(database)}`)
  return new Map(read.map(({ index }, at) => [index, numberOf(row?.[at])]))
}
