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

/** DuckDB tells at most 64 grouped columns apart. */
const GROUPED_AT_ONCE = 60

/**
 * Counts the values of columns in one reading: that costs more than the counting. `source` is
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
  if (columns.length === 0) return
  const counted =
    columns.length > GROUPED_AT_ONCE ? byUnpivot(source, columns) : byGroupingSets(source, columns)
  await connection.run(
    `INSERT INTO ${DICTIONARY}
     SELECT place, nullif(trim(value), ''), sum(records), bool_or(value <> trim(value))
     FROM (${counted}) GROUP BY ALL`,
  )
}

/** One reading of few columns. */
function byGroupingSets(source: string, columns: readonly number[]): string {
  const names = columns.map((column) => `c${column}`).join(', ')
  // Each set groups by one column: the bits of all others are set.
  const every = 2n ** BigInt(columns.length) - 1n
  const places = columns
    .map((column, at) => `WHEN ${every - 2n ** BigInt(columns.length - 1 - at)} THEN ${column}`)
    .join(' ')
  const place = columns.length === 1 ? String(columns[0]) : `CASE grouping_id(${names}) ${places} END`
  return `SELECT ${place} AS place, coalesce(${names}) AS value, count(*) AS records
    FROM (${source}) GROUP BY GROUPING SETS (${columns.map((column) => `(c${column})`).join(', ')})`
}

/** One reading of many: every value becomes a row with the name of its column. */
function byUnpivot(source: string, columns: readonly number[]): string {
  return `SELECT substr(name, 2)::INTEGER AS place, value, count(*) AS records
    FROM (${source}) UNPIVOT INCLUDE NULLS (value FOR name IN (${columns.map((column) => `c${column}`).join(', ')}))
    GROUP BY ALL`
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
