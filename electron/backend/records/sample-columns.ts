import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnSample } from '../../../shared/commonality/recognise/column-sample.ts'

/** So many values are looked at: a file with few columns shows more of its rows. */
const MOST_VALUES = 100_000
const MOST_ROWS = 5_000
const LEAST_ROWS = 100

/** What the first rows of a source show of its columns. */
export async function sampleColumns(
  connection: DuckDBConnection,
  source: string,
  names: readonly string[],
): Promise<ColumnSample[]> {
  const rows = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / Math.max(1, names.length))))
  const reader = await connection.runAndReadAll(`SELECT * FROM (${source}) LIMIT ${rows}`)
  const columns = reader.getColumns()
  return names.map((name, index) => {
    const filled = (columns[index] ?? [])
      .map((value) => (typeof value === 'string' ? value.trim() : ''))
      .filter((value) => value !== '')
    const values = [...new Set(filled)]
    return { name, values, distinct: values.length, filled: filled.length }
  })
}
