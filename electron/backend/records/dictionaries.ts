import type { DuckDBConnection } from '@duckdb/node-api'
import { numberOf, rowsOf, textOf } from './duckdb-session.ts'

/** The values of one column with how often each occurs. */
export interface Dictionary {
  readonly column: number
  readonly distinct: number
  readonly blanks: number
  /** Commonest first, up to the number asked for. */
  readonly commonest: readonly { readonly value: string; readonly records: number }[]
  /** Whether values stand in spaces that must go. */
  readonly hasSpaces: boolean
}

/** The table in which counted values stand: `place`, `value` (NULL for blank), `records`. */
export const DICTIONARY = 'dictionary'

/** DuckDB groups by at most 64 columns at once; fewer keep its hash tables in the cache. */
const GROUPED_AT_ONCE = 32

/**
 * Counts the values of columns in as few readings as possible: a reading of a file costs more than counting. `source` is
 * a query with columns c0, c1, ….
 */
export async function countValues(
  connection: DuckDBConnection,
  source: string,
  columns: readonly number[],
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${DICTIONARY} (place INTEGER, value VARCHAR, records BIGINT, spaced BOOLEAN)`,
  )
  for (let from = 0; from < columns.length; from += GROUPED_AT_ONCE) {
    const some = columns.slice(from, from + GROUPED_AT_ONCE)
    const names = some.map((column) => `c${column}`).join(', ')
    // Each set groups by one column: the bits of all others are set.
    const every = 2 ** some.length - 1
    const places = some
      .map((column, at) => `WHEN ${every - 2 ** (some.length - 1 - at)} THEN ${column}`)
      .join(' ')
    const place = some.length === 1 ? String(some[0]) : `CASE grouping_id(${names}) ${places} END`
    await connection.run(
      `INSERT INTO ${DICTIONARY}
       SELECT place, nullif(trim(value), ''), sum(records), bool_or(value <> trim(value))
       FROM (
         SELECT ${place} AS place, coalesce(${names}) AS value, count(*) AS records
         FROM (${source}) GROUP BY GROUPING SETS (${some.map((column) => `(c${column})`).join(', ')})
       )
       GROUP BY ALL`,
    )
  }
}

/** What was counted, by column. */
export async function countedDictionaries(
  connection: DuckDBConnection,
  mostCommonest: number,
): Promise<Map<number, Dictionary>> {
  const rows = await rowsOf(
    connection,
    `SELECT place, count(value), coalesce(sum(records) FILTER (value IS NULL), 0), bool_or(coalesce(spaced, false))
     FROM ${DICTIONARY} GROUP BY place`,
  )
  const common = await rowsOf(
    connection,
    `SELECT place, value, records FROM ${DICTIONARY} WHERE value IS NOT NULL
     QUALIFY row_number() OVER (PARTITION BY place ORDER BY records DESC, value) <= ${mostCommonest}
     ORDER BY place, records DESC, value`,
  )
  const dictionaries = new Map<number, Dictionary & { commonest: { value: string; records: number }[] }>()
  for (const [place, distinct, blanks, spaced] of rows) {
    const column = numberOf(place)
    dictionaries.set(column, {
      column,
      distinct: numberOf(distinct),
      blanks: numberOf(blanks),
      commonest: [],
      hasSpaces: spaced === true,
    })
  }
  for (const [place, value, records] of common) {
    dictionaries
      .get(numberOf(place))
      ?.commonest.push({ value: textOf(value) ?? '', records: numberOf(records) })
  }
  return dictionaries
}
