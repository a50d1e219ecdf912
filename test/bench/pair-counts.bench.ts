import { DuckDBDataChunk, DuckDBInstance, USMALLINT, UTINYINT, type DuckDBConnection } from '@duckdb/node-api'
import type { CaseTable } from '../../shared/commonality/case-table.ts'
import { countPairs } from '../../shared/commonality/search/count-pairs.ts'
import { makeRecordsCase } from '../support/incidents/records-case.ts'
import type { BenchResult } from './bench-result.ts'

export const name = 'pair-counts'

const GOAL = 4
const RUNS = 3
/** Rows of one piece of a column as the database takes them. */
const CHUNK = 2_048

/**
 * Failing and all records by value of every two of 20 attributes of a million records: ours, on one thread, against the
 * database's best way over the same codes, on two.
 */
export async function run(): Promise<BenchResult[]> {
  const { table } = makeRecordsCase('big', 1, 0, { attributes: 20 })
  const names = table.dimensions.map((_, place) => `c${place}`)
  const pairs = names.flatMap((first, place) => names.slice(place + 1).map((second) => `${first}, ${second}`))
  const connection = await load(table, names)
  try {
    const queries = pairs.map((pair) => `SELECT ${pair}, count(*), sum(failed) FROM records GROUP BY ${pair}`)
    const sets = pairs.map((pair) => `(${pair})`).join(', ')
    const together = [
      `SELECT ${names.join(', ')}, count(*), sum(failed) FROM records GROUP BY GROUPING SETS (${sets})`,
    ]
    // In turns, so that what else the machine does meets all alike.
    const ours: number[] = []
    const oneByOne: number[] = []
    const inSets: number[] = []
    countAll(table)
    for (let turn = 0; turn < RUNS; turn += 1) {
      ours.push(countAll(table))
      oneByOne.push(await runAll(connection, queries))
      inSets.push(await runAll(connection, together))
    }
    const value = Math.min(...ours)
    const byQuery = Math.min(...oneByOne)
    const bySets = Math.min(...inSets)
    console.error(
      `  DuckDB: ${pairs.length} queries ${Math.round(byQuery)} ms, GROUPING SETS ${Math.round(bySets)} ms`,
    )
    const baselineValue = Math.min(byQuery, bySets)
    return [
      {
        name: `counts of ${pairs.length} pairs, 1,000,000 records`,
        value,
        unit: 'ms',
        baseline: byQuery < bySets ? 'DuckDB, a query for each' : 'DuckDB, GROUPING SETS',
        baselineValue,
        ratio: value / baselineValue,
        goal: `at least ${GOAL} times as fast`,
        met: value * GOAL <= baselineValue,
      },
    ]
  } finally {
    connection.closeSync()
  }
}

function countAll(table: CaseTable): number {
  const started = performance.now()
  let records = 0
  let pairs = 0
  for (const { total } of countPairs(table)) {
    pairs += 1
    for (const count of total) records += count
  }
  const ms = performance.now() - started
  if (records !== pairs * table.rows) throw new Error(`${records} records counted in ${pairs} pairs`)
  return ms
}

async function runAll(connection: DuckDBConnection, queries: readonly string[]): Promise<number> {
  const started = performance.now()
  for (const query of queries) await connection.run(query)
  return performance.now() - started
}

/** The codes of the table as they are, in the smallest whole numbers that hold them. */
async function load(table: CaseTable, names: readonly string[]): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const codes = [...table.dimensions.map((dimension) => dimension.codes), Uint8Array.from(table.failed)]
  const types = codes.map((column) => (column instanceof Uint8Array ? UTINYINT : USMALLINT))
  const columns = [...names, 'failed'].map((column, place) => `${column} ${types[place]?.toString()}`)
  await connection.run(`CREATE TABLE records (${columns.join(', ')})`)
  const appender = await connection.createAppender('records')
  for (let from = 0; from < table.rows; from += CHUNK) {
    const to = Math.min(table.rows, from + CHUNK)
    const chunk = DuckDBDataChunk.create(types, to - from)
    chunk.setColumns(codes.map((column) => [...column.subarray(from, to)]))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  return connection
}
