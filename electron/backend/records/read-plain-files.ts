import type { DuckDBConnection } from '@duckdb/node-api'
import { recogniseColumns } from '../../../shared/commonality/recognise/recognise-columns.ts'
import type { RecordNote, RecordRefusal, RecordSetColumn } from '../../../shared/records/record-set.ts'
import { type StoredColumn, storedColumn } from './column-plan.ts'
import { countedDictionaries, countValues } from './dictionaries.ts'
import { numberOf, rowsOf } from './duckdb-session.ts'
import { noRecords } from './import-problem.ts'
import { type ImportProgress, tellingProgress } from './import-progress.ts'
import { columnNames, givenColumns } from './layout-columns.ts'
import { joinSources, openSource } from './open-sources.ts'
import type { PlainFile } from './plain-file.ts'
import { type ColumnProfileFigures, countUnread, profileColumn } from './profile-cells.ts'
import {
  MOST_NAMED_REFUSALS,
  REJECTED_ROWS,
  REJECTED_SCANS,
  type RecordSource,
  type SourceOptions,
} from './record-source.ts'
import { refusedRows } from './refused-rows.ts'
import { sampleColumns } from './sample-columns.ts'
import {
  columnToWrite,
  figuresOf,
  mayRepeat,
  MOST_SHOWN_VALUES,
  sampleOf,
  settle,
  valueNotes,
} from './settle-columns.ts'
import { identifier } from './sql-text.ts'
import { cellsOf, codeTexts, createTextType, writeCells } from './write-cells.ts'

export interface ImportOptions extends SourceOptions {
  /** IANA zone of times without one. */
  readonly timeZone: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

/** Where an import works: an attached database to fill, and a directory for what is needed on the way. */
export interface ImportPlace {
  readonly connection: DuckDBConnection
  readonly database: string
  readonly workDirectory: string
}

export interface ImportedRecords {
  readonly rows: number
  readonly stored: readonly StoredColumn[]
  readonly columns: readonly RecordSetColumn[]
  readonly profile: string | null
  readonly refusals: readonly RecordRefusal[]
  readonly refusalCount: number
  readonly notes: readonly RecordNote[]
}

/** DuckDB reserves so much for each column of the few pieces of a table in work, whatever it then uses. */
const MEGABYTES_A_COLUMN = 0.6
const FEW_COLUMNS = 500

async function roomForWidth(connection: DuckDBConnection, columns: number): Promise<void> {
  if (columns <= FEW_COLUMNS) return
  await connection.run(`SET memory_limit = '${Math.ceil(columns * MEGABYTES_A_COLUMN)}MB'`)
}

/** Wider tables are kept between readings: counting their values would read the file many times. */
const MOST_COLUMNS_READ_TWICE = 64

/** Reads files that are not compressed and in UTF-8. `bytes`: of the files as they were given. */
export async function readPlainFiles(
  plain: readonly PlainFile[],
  { connection, database, workDirectory }: ImportPlace,
  options: ImportOptions,
  bytes: number,
): Promise<ImportedRecords> {
  const { signal, timeZone, onProgress } = options
  const forgetRejected = `DROP TABLE IF EXISTS ${REJECTED_ROWS}; DROP TABLE IF EXISTS ${REJECTED_SCANS}`
  await connection.run(`DROP TABLE IF EXISTS ${cellsOf(database)}; ${forgetRejected}`)
  const sources: RecordSource[] = []
  const { source, layout, names, samples } = await tellingProgress(
    'prepare',
    connection,
    bytes,
    onProgress,
    async () => {
      for (const file of plain)
        sources.push(await openSource(file, workDirectory, connection, options, signal))
      const all = joinSources(sources)
      await roomForWidth(connection, sources[0]?.names.length ?? 0)
      const isQuick =
        sources.every((each) => each.isQuick) && (sources[0]?.names.length ?? 0) <= MOST_COLUMNS_READ_TWICE
      await connection.run(forgetRejected)
      if (!isQuick) await connection.run(`CREATE OR REPLACE TEMP TABLE staged AS ${all}`)
      const from = isQuick ? all : 'SELECT * FROM staged'
      const named = columnNames(sources)
      const sampled = await sampleColumns(connection, from, named.names)
      if (isQuick) await connection.run(forgetRejected)
      return { source: from, ...named, samples: sampled, isQuick }
    },
  )

  const counted = samples.flatMap((sample, index) => (mayRepeat(sample) ? [index] : []))
  const dictionaries = await tellingProgress('count', connection, bytes, onProgress, async () => {
    await countValues(connection, source, counted)
    const found = await countedDictionaries(connection, MOST_SHOWN_VALUES)
    if (source !== 'SELECT * FROM staged') await connection.run(forgetRejected)
    return found
  })
  const recognised = recogniseColumns(
    samples.map((sample, index) => sampleOf(sample, dictionaries.get(index))),
    layout === null ? new Map() : givenColumns(layout, sources[0]?.names ?? [], names),
  )

  const { stored, rows } = await tellingProgress('write', connection, bytes, onProgress, async () => {
    const toWrite = recognised.map((column, index) => columnToWrite(column, index, dictionaries.get(index)))
    // In one transaction, because the disk is waited for at the end of each.
    await connection.run('BEGIN')
    for (const { index, coded } of toWrite) {
      if (coded !== null) await createTextType(connection, database, index)
    }
    await connection.run('COMMIT')
    await writeCells(connection, database, source, toWrite, timeZone)
    const [count] = await rowsOf(connection, `SELECT count(*) FROM ${cellsOf(database)}`)
    return {
      stored: recognised.map((column, index) => storedColumn(column, index, toWrite[index]?.coded ?? null)),
      rows: numberOf(count?.[0]),
    }
  })
  const refused = await refusedRows(connection, sources, rows)
  if (rows === 0) throw noRecords(plain)

  return tellingProgress('profile', connection, bytes, onProgress, async () => {
    // Rows that were refused in the last reading may have been counted before.
    const isExact = refused.refusalCount === 0
    const figures: ColumnProfileFigures[] = []
    for (const column of stored) {
      const dictionary = isExact && column.coded !== null ? dictionaries.get(column.index) : undefined
      figures.push(
        dictionary === undefined ? await profileColumn(connection, database, column) : figuresOf(dictionary),
      )
    }
    const unread = await countUnread(connection, database, stored)
    const settled = stored.map((column, index) =>
      settle(column, recognised[index], figures[index], rows, unread.get(index) ?? 0),
    )
    for (const [index, { coded }] of settled.entries()) {
      if (coded !== null && stored[index]?.coded === null) await codeTexts(connection, database, index)
    }
    await connection.run(`CHECKPOINT ${identifier(database)}`)
    const [file = ''] = plain.map(({ name }) => name)
    return {
      rows,
      stored: settled,
      columns: settled.map(({ name, kind, role }, index) => ({
        name,
        kind,
        role,
        ...(figures[index] ?? { distinct: 0, blanks: 0, commonest: [] }),
      })),
      profile: layout?.name ?? null,
      refusals: [...sources.flatMap(({ refusals }) => refusals), ...refused.refusals].slice(
        0,
        MOST_NAMED_REFUSALS,
      ),
      refusalCount: sources.reduce((sum, each) => sum + each.refusalCount, refused.refusalCount),
      notes: [...sources.flatMap(({ notes }) => notes), ...valueNotes(settled, unread, file)],
    }
  })
}
