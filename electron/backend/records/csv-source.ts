import { open } from 'node:fs/promises'
import { KNOWN_LAYOUTS } from '../../../shared/commonality/recognise/known-layouts.ts'
import { layoutOfHeader, layoutOfRows } from '../../../shared/commonality/recognise/recognise-layout.ts'
import type { ColumnProfile, RecordNote } from '../../../shared/records/record-set.ts'
import { type CsvDialect, readCsvHead } from './csv-dialect.ts'
import { headerNames, isHeader } from './header-names.ts'
import { hasMixedLineEnds, withLineFeeds } from './line-ends.ts'
import type { PlainFile } from './plain-file.ts'
import { RecordProblem } from './record-problem.ts'
import { REJECTED_ROWS, REJECTED_SCANS, type RecordSource, type SourceOptions } from './record-source.ts'
import { literal } from './sql-text.ts'

/** So much of a file shows how it is written. */
const HEAD_BYTES = 256 * 1024

/** A wider header is refused: no export has it, and a file with a wrong delimiter may. */
const MOST_COLUMNS = 10_000

/** A table in a text file in UTF-8. Throws RecordProblem. */
export async function csvSource(
  given: PlainFile,
  workDirectory: string,
  options: SourceOptions,
  signal?: AbortSignal,
): Promise<RecordSource> {
  const firstHead = await headText(given.path)
  const isMixed = hasMixedLineEnds(firstHead)
  const file = isMixed ? await withLineFeeds(given, workDirectory, signal) : given
  const head = isMixed ? firstHead.replace(/\r\n?/g, '\n') : firstHead
  if (head.trim() === '') throw new RecordProblem('empty', `${file.name} holds no text.`, { file: file.name })
  const { dialect, rows } = readCsvHead(head, file.name)
  const first = rows[0] ?? []
  if (first.length > MOST_COLUMNS) {
    throw new RecordProblem(
      'ragged',
      `${file.name} has ${first.length} columns; at most ${MOST_COLUMNS} are read.`,
      {
        file: file.name,
        line: 1,
      },
    )
  }
  const { layout, hasHeader } = recognise(rows, options)
  const { names, notes } = hasHeader
    ? headerNames(first, file.name)
    : namesInOrder(first.length, layout, file.name)
  return {
    file: file.name,
    names,
    sql: `SELECT * FROM ${readCsv(file.path, dialect, names.length, hasHeader)}`,
    isQuick: true,
    layout,
    notes: [...file.notes, ...notes],
    refusals: [],
    refusalCount: 0,
    textPath: file.path,
  }
}

/** The beginning of a file, without its byte order mark, up to the end of a line. */
export async function headText(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 })
    const text = new TextDecoder().decode(buffer.subarray(0, bytesRead))
    if (bytesRead < HEAD_BYTES) return text
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
    if (end !== -1) return text.slice(0, end + 1)
    // One line of more than the head: a table of thousands of columns.
    const { size } = await file.stat()
    const more = Buffer.alloc(Math.min(size, 16 * HEAD_BYTES))
    await file.read({ buffer: more, position: 0 })
    const longer = new TextDecoder().decode(more)
    return longer.slice(0, longer.lastIndexOf('\n') + 1) || longer
  } finally {
    await file.close()
  }
}

function recognise(
  rows: readonly (readonly string[])[],
  { ownLayouts, layout }: SourceOptions,
): { readonly layout: ColumnProfile | null; readonly hasHeader: boolean } {
  const first = rows[0] ?? []
  if (layout !== null) return { layout, hasHeader: layout.hasHeader }
  const named = layoutOfHeader(first, ownLayouts, KNOWN_LAYOUTS)
  if (named !== null) return { layout: named, hasHeader: true }
  const headless = layoutOfRows(rows, ownLayouts, KNOWN_LAYOUTS)
  if (headless !== null) return { layout: headless, hasHeader: false }
  return { layout: null, hasHeader: isHeader(first) }
}

function namesInOrder(
  width: number,
  layout: ColumnProfile | null,
  file: string,
): { readonly names: readonly string[]; readonly notes: readonly RecordNote[] } {
  const header = Array.from(
    { length: width },
    (_, index) => layout?.columns[index]?.name ?? `column ${index + 1}`,
  )
  return { names: headerNames(header, file).names, notes: [{ file, kind: 'no-header', detail: {} }] }
}

/** Everything is told, so that DuckDB guesses nothing. Rows that do not fit are kept aside with their place. */
function readCsv(
  path: string,
  { delimiter, escape, skip }: CsvDialect,
  width: number,
  hasHeader: boolean,
): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ')
  return (
    `read_csv(${literal(path)}, auto_detect = false, header = ${hasHeader}, skip = ${skip}, ` +
    `delim = ${literal(delimiter)}, quote = '"', escape = ${literal(escape)}, nullstr = '', ` +
    `store_rejects = true, rejects_table = '${REJECTED_ROWS}', rejects_scan = '${REJECTED_SCANS}', ` +
    `columns = {${columns}})`
  )
}
