import type { DuckDBConnection } from '@duckdb/node-api'
import { stat } from 'node:fs/promises'
import type { ColumnSample } from '../../../shared/commonality/recognise/column-sample.ts'
import {
  type GivenColumn,
  namesRecords,
  type RecognisedColumn,
  recogniseColumns,
} from '../../../shared/commonality/recognise/recognise-columns.ts'
import type {
  ColumnProfile,
  RecordNote,
  RecordRefusal,
  RecordSetColumn,
} from '../../../shared/records/record-set.ts'
import { isCoded, type StoredColumn, storedColumn } from './column-plan.ts'
import { countedDictionaries, countValues, type Dictionary } from './dictionaries.ts'
import { numberOf, rowsOf } from './duckdb-session.ts'
import { headerNames } from './header-names.ts'
import { type ImportProgress, tellingProgress } from './import-progress.ts'
import { withLineFeeds } from './line-ends.ts'
import { jsonProblem } from './json-source.ts'
import { joinSources, openSource } from './open-sources.ts'
import { fileStamp, type GivenFile, type PlainFile, plainFile } from './plain-file.ts'
import { type ColumnProfileFigures, countUnread, MOST_COMMONEST, profileColumn } from './profile-cells.ts'
import { diskFull, RecordProblem } from './record-problem.ts'
import {
  MOST_NAMED_REFUSALS,
  REJECTED_ROWS,
  REJECTED_SCANS,
  type RecordSource,
  type SourceOptions,
} from './record-source.ts'
import { refusedRows } from './refused-rows.ts'
import { sampleColumns } from './sample-columns.ts'
import { identifier, literal } from './sql-text.ts'
import { cellsOf, codeTexts, type ColumnToWrite, createTextType, writeCells } from './write-cells.ts'

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

/**
 * Reads files of one shape into the table `cells`. Throws RecordProblem, or the signal's reason; what the database holds
 * then is of no use.
 */
export async function importRecords(
  files: readonly GivenFile[],
  place: ImportPlace,
  options: ImportOptions,
): Promise<ImportedRecords> {
  const { connection, workDirectory } = place
  const { signal } = options
  const stamps = await Promise.all(files.map(fileStamp))
  const bytes = (await Promise.all(files.map(({ path }) => stat(path)))).reduce(
    (sum, { size }) => sum + size,
    0,
  )
  async function refuseChanged(): Promise<void> {
    for (const [index, file] of files.entries()) {
      if ((await fileStamp(file)) !== stamps[index]) throw changedFile(file)
    }
  }
  const [memory] = await rowsOf(connection, "SELECT current_setting('memory_limit')")
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false')
  await connection.run(`SET TimeZone = ${literal(options.timeZone)}`)
  try {
    const plain: PlainFile[] = []
    for (const file of files) plain.push(await plainFile(file, workDirectory, signal))
    const imported = await readPlainFiles(plain, place, options, bytes).catch(async (error: unknown) => {
      if (!isMixedLineEnds(error)) throw error
      const even: PlainFile[] = []
      for (const file of plain) {
        even.push(file.format === 'text' ? await withLineFeeds(file, workDirectory, signal) : file)
      }
      return readPlainFiles(even, place, options, bytes)
    })
    await refuseChanged()
    return imported
  } catch (error) {
    signal?.throwIfAborted()
    // A file that was changed or cut while it was read fails in many ways; this is the true reason.
    await refuseChanged()
    throw importProblem(error, files)
  } finally {
    await connection.run(`SET memory_limit = ${literal(String(memory?.[0]))}`)
  }
}

function changedFile({ name }: GivenFile): RecordProblem {
  return new RecordProblem(
    'changed',
    `${name} changed while it was read, so what was read is not of one moment. Nothing of it was kept. Try again once it is written, or read a copy.`,
    { file: name },
  )
}

function isMixedLineEnds(error: unknown): boolean {
  return error instanceof Error && error.message.includes('state machine reached an invalid state')
}

function importProblem(error: unknown, files: readonly GivenFile[]): unknown {
  if (!(error instanceof Error) || error instanceof RecordProblem) return error
  const file = files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
  if (/No space left|not enough space|disk full|max_temp_directory_size/i.test(error.message))
    return diskFull(file, error)
  if (error.message.startsWith('Out of Memory')) {
    return new RecordProblem(
      'too-large',
      `${file} needs more memory than the hub gives to records. Read a part of it.`,
      { file },
      error,
    )
  }
  if (error.message.includes('JSON')) return jsonProblem(file, error)
  if (error.message.startsWith('Invalid Input Error')) {
    const line = Number(/Line: (\d+)/.exec(error.message)?.[1] ?? Number.NaN)
    const place = Number.isNaN(line) ? {} : { line }
    const where = Number.isNaN(line) ? '' : `, line ${line}`
    return new RecordProblem(
      'broken',
      `${file}${where} cannot be read as a table. Export it again.`,
      { file, ...place },
      error,
    )
  }
  return error
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

async function readPlainFiles(
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

function figuresOf({ distinct, blanks, commonest }: Dictionary): ColumnProfileFigures {
  return { distinct, blanks, commonest: commonest.slice(0, MOST_COMMONEST) }
}

function noRecords(plain: readonly PlainFile[]): RecordProblem {
  const [file = ''] = plain.map(({ name }) => name)
  const what =
    plain.length === 1
      ? `${file} has a header, but no records`
      : `None of the ${plain.length} files has records`
  return new RecordProblem('no-records', `${what}.`, { file })
}

/** Names by the first file's header, or as its layout calls them. */
function columnNames(sources: readonly RecordSource[]): {
  readonly names: readonly string[]
  readonly layout: ColumnProfile | null
} {
  const header = sources[0]?.names ?? []
  const layout = sources[0]?.layout ?? null
  if (layout === null) return { names: header, layout }
  const renamed = header.map((name) => layoutColumn(layout, name)?.name ?? name)
  return { names: headerNames(renamed, '').names, layout }
}

function layoutColumn(layout: ColumnProfile, header: string): ColumnProfile['columns'][number] | undefined {
  const wanted = header.toLowerCase()
  return layout.columns.find((column) => column.header.toLowerCase() === wanted)
}

function givenColumns(
  layout: ColumnProfile,
  header: readonly string[],
  names: readonly string[],
): Map<string, GivenColumn> {
  const given = new Map<string, GivenColumn>()
  for (const [index, name] of names.entries()) {
    // A file without header is named by the layout already.
    const column = layout.hasHeader ? layoutColumn(layout, header[index] ?? '') : layout.columns[index]
    if (column !== undefined) given.set(name, { name, kind: column.kind, role: column.role })
  }
  return given
}

/** So many values of a counted column are looked at to tell what it is. */
const MOST_SHOWN_VALUES = 1_000

/** Whether values repeat so much that counting them all is worth it. */
function mayRepeat({ distinct, filled }: ColumnSample): boolean {
  return distinct <= 100 || distinct <= filled * 0.6
}

/** The whole file says more of a column than its first rows do. */
function sampleOf(sample: ColumnSample, dictionary: Dictionary | undefined): ColumnSample {
  if (dictionary === undefined) return sample
  const { commonest, distinct } = dictionary
  const filled =
    commonest.length < distinct ? sample.filled : commonest.reduce((sum, { records }) => sum + records, 0)
  return {
    name: sample.name,
    values: commonest.map(({ value }) => value),
    distinct: commonest.length < distinct ? sample.distinct : distinct,
    filled,
  }
}

function columnToWrite(
  column: RecognisedColumn,
  index: number,
  dictionary: Dictionary | undefined,
): ColumnToWrite {
  const distinct = dictionary?.distinct ?? null
  // DuckDB has no ENUM without values.
  const coded = distinct !== null && distinct > 0 && isCoded(column.kind, distinct) ? distinct : null
  return { ...storedColumn(column, index, coded), spaced: dictionary === undefined || dictionary.hasSpaces }
}

/** Texts beyond this share that are no number or instant: the first rows deceived. */
const MOST_UNREAD_SHARE = 0.05

/** A column as all of its values show it. */
function settle(
  column: StoredColumn,
  recognised: RecognisedColumn | undefined,
  figures: ColumnProfileFigures | undefined,
  rows: number,
  unread: number,
): StoredColumn {
  if (recognised === undefined || figures === undefined || figures.distinct === 0) return column
  const { distinct, blanks } = figures
  const filled = rows - blanks
  const isGuess = recognised.why !== 'layout'
  let { kind, role, reading } = column
  if (isGuess && reading !== null && unread > filled * MOST_UNREAD_SHARE) {
    reading = null
    role = null
    kind = 'category'
  }
  if (isGuess && role === null && (kind === 'category' || kind === 'identifier')) {
    kind = namesRecords({ distinct, filled }) ? 'identifier' : 'category'
  }
  const coded = column.coded ?? (isCoded(kind, distinct) ? distinct : null)
  return { ...column, kind, role, reading, coded }
}

function valueNotes(
  columns: readonly StoredColumn[],
  unread: ReadonlyMap<number, number>,
  file: string,
): RecordNote[] {
  return columns.flatMap(({ name, index, reading }): RecordNote[] => {
    const notes: RecordNote[] = []
    if (reading?.is === 'time' && reading.as === 'pattern' && reading.assumed !== null) {
      notes.push({ file, kind: 'ambiguous-dates', detail: { column: name, order: reading.assumed } })
    }
    const count = unread.get(index) ?? 0
    if (reading !== null && count > 0) {
      notes.push({ file, kind: 'values-not-read', detail: { column: name, count: String(count) } })
    }
    return notes
  })
}
