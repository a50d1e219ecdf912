import { randomUUID } from 'node:crypto'
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import type { ExampleRecord } from '../../../shared/records/analysis.ts'
import type { ColumnProfile, RecordSet } from '../../../shared/records/record-set.ts'
import type { ReadableSet, ReadRecords, SidesWanted } from '../analysis/readable-set.ts'
import type { AttachedSet } from './attached-set.ts'
import { type GivenColumnKind, changeColumns } from './change-columns.ts'
import { patternFaults, type ConditionSql } from './condition-sql.ts'
import { openDuckDB, withConnection } from './duckdb-session.ts'
import type { ImportProgress } from './import-progress.ts'
import { importRecords } from './import-records.ts'
import type { GivenFile } from './plain-file.ts'
import { type CountedValue, distinctValues, findRows, matchingValues, readRows } from './read-rows.ts'
import { readRecordTable } from './read-record-table.ts'
import { diskFull, RecordProblem } from './record-problem.ts'
import { blockBytes, keepOnly, recover, UNFINISHED } from './record-set-directory.ts'
import { type RecordSetFile, writeRecordSetFile } from './record-set-file.ts'
import { identifier, literal } from './sql-text.ts'

/** A record set that can be asked. */
export interface OpenRecordSet extends ReadableSet {
  readonly recordSet: RecordSet
  /** Above `mostRows` (default two million) rows are sampled, always the same ones. */
  readTable(sides: SidesWanted, signal?: AbortSignal, mostRows?: number): Promise<ReadRecords>
  findRows(where: ConditionSql | null, limit: number): Promise<ExampleRecord[]>
  distinctValues(column: string, beginning: string, limit: number): Promise<CountedValue[]>
  matchingValues(column: string, texts: readonly string[]): Promise<CountedValue[]>
}

export interface RecordImport {
  readonly name: string
  readonly files: readonly GivenFile[]
  readonly timeZone: string
  /** Null: recognised. */
  readonly layout: ColumnProfile | null
  readonly ownLayouts: readonly ColumnProfile[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

/** Files of records that were read in, each set in a directory of its own. */
export interface RecordSets {
  /** Newest first. */
  list(): RecordSet[]
  get(id: string): RecordSet | null
  /** All or nothing. Throws RecordProblem, or the signal's reason. */
  import(wanted: RecordImport): Promise<RecordSet>
  /** Reads the stored texts anew. Throws RecordProblem. */
  setColumns(id: string, columns: readonly GivenColumnKind[]): Promise<RecordSet>
  /** Throws RecordProblem where there is none. */
  open(id: string): Promise<OpenRecordSet>
  remove(id: string): Promise<void>
  close(): Promise<void>
}

export interface RecordSetsOptions {
  readonly now: () => number
  /** For all sets together; more goes to the disk. Default 512. */
  readonly memoryMegabytes?: number
  /** Default: one for each core. */
  readonly threads?: number
}

const FIRST_DATA = 'records.duckdb'

/** Opens what a directory holds and clears away what an import that was cut short left there. */
export async function createRecordSets(
  directory: string,
  { now, memoryMegabytes = 512, threads }: RecordSetsOptions,
): Promise<RecordSets> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const sets = await recover(directory)
  let opened: Promise<DuckDBInstance> | null = null
  const attached = new Map<string, Promise<AttachedSet>>()
  let attachments = 0

  function duckDB(): Promise<DuckDBInstance> {
    opened ??= openDuckDB({
      temporaryDirectory: join(directory, `duckdb${UNFINISHED}`),
      memoryMegabytes,
      threads: threads ?? null,
    })
    return opened
  }

  function fileOf(id: string): RecordSetFile {
    const file = sets.get(id)
    if (file !== undefined) return file
    throw new RecordProblem('unknown-set', 'These records are not here any more. Read their file in again.')
  }

  function newDatabase(): string {
    attachments += 1
    return `set${attachments}`
  }

  async function attach(id: string): Promise<AttachedSet> {
    const { data, recordSet, stored } = fileOf(id)
    const instance = await duckDB()
    const database = newDatabase()
    await withConnection(instance, undefined, (connection) =>
      connection.run(`ATTACH ${literal(join(directory, id, data))} AS ${identifier(database)} (READ_ONLY)`),
    )
    return { instance, database, recordSet, stored }
  }

  function attachedSet(id: string): Promise<AttachedSet> {
    const known = attached.get(id)
    if (known !== undefined) return known
    const attaching = attach(id)
    attached.set(id, attaching)
    attaching.catch(() => attached.delete(id))
    return attaching
  }

  async function detach(id: string): Promise<void> {
    const known = attached.get(id)
    attached.delete(id)
    if (known === undefined) return
    const { instance, database } = await known
    await withConnection(instance, undefined, (connection) =>
      connection.run(`DETACH ${identifier(database)}`),
    )
  }

  async function importSet(wanted: RecordImport): Promise<RecordSet> {
    const { name, files, timeZone, signal } = wanted
    signal?.throwIfAborted()
    const id = randomUUID()
    const workDirectory = join(directory, `${id}${UNFINISHED}`)
    const database = newDatabase()
    const instance = await duckDB()
    try {
      await mkdir(workDirectory, { mode: 0o700 })
      const data = join(workDirectory, FIRST_DATA)
      const block = await blockBytes(files)
      const imported = await withConnection(instance, signal, async (connection) => {
        await connection.run(`ATTACH ${literal(data)} AS ${identifier(database)} (BLOCK_SIZE ${block})`)
        try {
          return await importRecords(files, { connection, database, workDirectory }, wanted)
        } finally {
          await connection.run(`DETACH ${identifier(database)}`)
        }
      })
      await keepOnly(workDirectory, FIRST_DATA)
      await chmod(data, 0o600)
      const recordSet: RecordSet = {
        id,
        name,
        files: files.map((file) => file.name),
        importedAt: now(),
        rows: imported.rows,
        columns: [...imported.columns],
        profile: imported.profile,
        timeZone,
        refusals: [...imported.refusals],
        refusalCount: imported.refusalCount,
        notes: [...imported.notes],
        bytes: (await stat(data)).size,
      }
      const file: RecordSetFile = {
        format: 'meridian-records/1',
        data: FIRST_DATA,
        recordSet,
        stored: [...imported.stored],
      }
      await writeRecordSetFile(workDirectory, file)
      signal?.throwIfAborted()
      await rename(workDirectory, join(directory, id))
      sets.set(id, file)
      return recordSet
    } catch (error) {
      await rm(workDirectory, { recursive: true, force: true })
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw diskFull(name, error)
      throw error
    }
  }

  async function setColumns(id: string, columns: readonly GivenColumnKind[]): Promise<RecordSet> {
    const before = fileOf(id)
    const set = await attachedSet(id)
    const data = `records-${attachments + 1}-${randomUUID()}.duckdb`
    const place = join(directory, id, data)
    const database = newDatabase()
    try {
      const changed = await withConnection(set.instance, undefined, async (connection) => {
        await connection.run(`ATTACH ${literal(place)} AS ${identifier(database)}`)
        try {
          return await changeColumns(connection, set, database, columns)
        } finally {
          await connection.run(`DETACH ${identifier(database)}`)
        }
      })
      await chmod(place, 0o600)
      const recordSet = { ...before.recordSet, ...changed.recordSet, bytes: (await stat(place)).size }
      const file: RecordSetFile = { ...before, data, recordSet, stored: [...changed.stored] }
      await writeRecordSetFile(join(directory, id), file)
      sets.set(id, file)
      await detach(id)
      await rm(join(directory, id, before.data), { force: true })
      return recordSet
    } catch (error) {
      if (sets.get(id)?.data !== data) await rm(place, { force: true })
      throw error
    }
  }

  return {
    list: () =>
      [...sets.values()].map(({ recordSet }) => recordSet).sort((a, b) => b.importedAt - a.importedAt),
    get: (id) => sets.get(id)?.recordSet ?? null,
    import: importSet,
    setColumns,
    async open(id) {
      const { recordSet } = fileOf(id)
      await attachedSet(id)
      return {
        recordSet,
        readTable: async (sides, signal, mostRows) =>
          readRecordTable(await attachedSet(id), sides, { signal, mostRows }),
        readRows: async (rows) => readRows(await attachedSet(id), rows),
        patternFaults: async (condition) =>
          withConnection((await attachedSet(id)).instance, undefined, (connection) =>
            patternFaults(connection, condition),
          ),
        findRows: async (where, limit) => findRows(await attachedSet(id), where, limit),
        distinctValues: async (column, beginning, limit) =>
          distinctValues(await attachedSet(id), column, beginning, limit),
        matchingValues: async (column, texts) => matchingValues(await attachedSet(id), column, texts),
      }
    },
    async remove(id) {
      if (!sets.has(id)) return
      await detach(id)
      // Out of sight in one step; what then stays in parts is cleared at the next start.
      const away = join(directory, `${id}${UNFINISHED}`)
      await rename(join(directory, id), away)
      sets.delete(id)
      await rm(away, { recursive: true, force: true })
    },
    async close() {
      const instance = await opened
      attached.clear()
      instance?.closeSync()
      opened = null
      await rm(join(directory, `duckdb${UNFINISHED}`), { recursive: true, force: true })
    },
  }
}
