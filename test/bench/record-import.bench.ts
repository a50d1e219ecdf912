import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { createRecordSets, type RecordSets } from '../../electron/backend/records/record-sets.ts'
import type { BenchResult } from './bench-result.ts'
import { writeCalls } from './record-file.ts'

export const name = 'record-import'

const ROWS = 1_000_000
const ROUNDS = 3
const MOST_IMPORT_MS = 3_000
const MOST_LOAD_MS = 500
const MOST_MEMORY_MB = 1_000

/** From a file of a million calls to a set that can be asked, and from there to what the search reads. */
export async function run(): Promise<BenchResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-bench-'))
  const path = join(directory, 'calls.csv')
  const sets = await createRecordSets(join(directory, 'sets'), { now: Date.now })
  try {
    await writeCalls(path, ROWS)
    const bare: number[] = []
    const imports: number[] = []
    const loads: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await bareCount(path))
      imports.push(await timed(() => importCalls(sets, path)))
      const [set] = sets.list()
      if (set === undefined) throw new Error('Nothing was read in.')
      loads.push(await timed(() => loadCalls(sets, set.id)))
      await sets.remove(set.id)
    }
    const memory = process.memoryUsage().rss / 1e6
    const scan = Math.min(...bare)
    return [
      result(`${ROWS} calls of 20 columns, CSV to ready`, Math.min(...imports), scan, MOST_IMPORT_MS),
      result(`${ROWS} calls of 20 columns, ready to coded arrays`, Math.min(...loads), scan, MOST_LOAD_MS),
      {
        name: 'memory of the process after it',
        value: memory,
        unit: 'MB',
        baseline: 'what issue 4 allows',
        baselineValue: MOST_MEMORY_MB,
        ratio: memory / MOST_MEMORY_MB,
        goal: `under ${MOST_MEMORY_MB} MB`,
        met: memory < MOST_MEMORY_MB,
      },
    ]
  } finally {
    await sets.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

function result(what: string, value: number, baselineValue: number, most: number): BenchResult {
  return {
    name: what,
    value,
    unit: 'ms',
    baseline: "DuckDB's read_csv with a count of every column",
    baselineValue,
    ratio: value / baselineValue,
    goal: `under ${most} ms`,
    met: value < most,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** What DuckDB needs to read all of the file and keep nothing. */
async function bareCount(path: string): Promise<number> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    return await timed(() => connection.run(`SELECT count(COLUMNS(*)) FROM read_csv('${path}')`))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function importCalls(sets: RecordSets, path: string): Promise<unknown> {
  return sets.import({
    name: 'calls',
    files: [{ path, name: 'calls.csv' }],
    timeZone: 'UTC',
    layout: null,
    ownLayouts: [],
  })
}

async function loadCalls(sets: RecordSets, id: string): Promise<unknown> {
  const set = await sets.open(id)
  return set.readTable({
    failed: { sql: '"sip_code" >= 400', parameters: [] },
    working: null,
    where: null,
    weightColumn: null,
    failedCountColumn: null,
    totalCountColumn: null,
  })
}
