import type { DuckDBConnection } from '@duckdb/node-api'
import { prefixColumn, type StoredColumn, textColumn, valueColumn } from './column-plan.ts'
import { DICTIONARY } from './dictionaries.ts'
import { identifier } from './sql-text.ts'
import { prefixKeySql, valueSql } from './value-sql.ts'

/** The table that holds the records of a set. Its rows are numbered by DuckDB (`rowid`) in the order of the file. */
const CELLS = 'cells'

/** A column on its way in. `spaced`: its values may stand in spaces. */
export interface ColumnToWrite extends StoredColumn {
  readonly spaced: boolean
}

/** The table, qualified by the database that is attached. */
export function cellsOf(database: string): string {
  return `${identifier(database)}.${CELLS}`
}

function enumType(database: string, index: number): string {
  return `${identifier(database)}.e${index}`
}

/**
 * Makes the type of coded texts from the values that were counted: the commonest have the smallest codes. Casting a
 * value that was not counted fails, so none is lost.
 */
export async function createTextType(
  connection: DuckDBConnection,
  database: string,
  index: number,
): Promise<void> {
  await connection.run(
    `CREATE TYPE ${enumType(database, index)} AS ENUM (
       SELECT value FROM ${DICTIONARY} WHERE place = ${index} AND value IS NOT NULL
       GROUP BY value ORDER BY sum(records) DESC, value)`,
  )
}

/** Writes the records. `source` is a query with columns c0, c1, … of text. */
export async function writeCells(
  connection: DuckDBConnection,
  database: string,
  source: string,
  columns: readonly ColumnToWrite[],
  timeZone: string,
): Promise<void> {
  const inner: string[] = []
  const outer: string[] = []
  for (const { index, kind, reading, coded, spaced } of columns) {
    const raw = `c${index}`
    const trimmed = spaced ? `nullif(trim(${raw}), '')` : raw
    const text = textColumn(index)
    inner.push(`${coded === null ? trimmed : `${trimmed}::${enumType(database, index)}`} AS ${text}`)
    outer.push(text)
    if (reading !== null) {
      const { parsed, finished } = valueSql(raw, reading, timeZone)
      inner.push(`${parsed} AS x${index}`)
      outer.push(`${finished(`x${index}`)} AS ${valueColumn(index)}`)
    }
    if (kind === 'digits') {
      inner.push(`${prefixKeySql(trimmed)} AS ${prefixColumn(index)}`)
      outer.push(prefixColumn(index))
    }
  }
  await connection.run(
    `CREATE TABLE ${cellsOf(database)} AS SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM (${source}))`,
  )
}

/** Gives codes to the texts of a column that turned out to have few values. */
export async function codeTexts(
  connection: DuckDBConnection,
  database: string,
  index: number,
): Promise<void> {
  const text = textColumn(index)
  await connection.run(
    `CREATE TYPE ${enumType(database, index)} AS ENUM (
       SELECT ${text} FROM ${cellsOf(database)} WHERE ${text} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1)`,
  )
  await connection.run(
    `ALTER TABLE ${cellsOf(database)} ALTER COLUMN ${text} SET DATA TYPE ${enumType(database, index)}`,
  )
}
