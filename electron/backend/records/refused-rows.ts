import { createReadStream } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { RecordRefusal } from '../../../shared/records/record-set.ts'
import { numberOf, rowsOf, textOf } from './duckdb-session.ts'
import { RecordProblem } from './record-problem.ts'
import { MOST_NAMED_REFUSALS, REJECTED_ROWS, REJECTED_SCANS, type RecordSource } from './record-source.ts'

/** A few bad rows are left out and told; beyond these the file is not what it was taken for. */
const ALWAYS_FORGIVEN = 10
const FORGIVEN_SHARE = 0.05

export function tooManyRefused(refused: number, kept: number): boolean {
  return refused > ALWAYS_FORGIVEN && refused > (refused + kept) * FORGIVEN_SHARE
}

export interface RefusedRows {
  readonly refusals: RecordRefusal[]
  readonly refusalCount: number
}

interface RejectedRow {
  readonly path: string
  readonly file: string
  /** Of the record's first byte in the file. */
  readonly byte: number
  /** From 1; null where the whole row is meant. */
  readonly column: number | null
  readonly type: string
  readonly text: string
  readonly message: string
}

/**
 * What DuckDB could not read in the last pass over files of CSV, with lines as an editor counts them. Throws
 * RecordProblem where a quote was opened and never closed, since such a row swallows others, or where too many rows
 * differ.
 */
export async function refusedRows(
  connection: DuckDBConnection,
  sources: readonly RecordSource[],
  kept: number,
): Promise<RefusedRows> {
  const rejected = await rejectedRows(connection, sources)
  if (rejected === null) return { refusals: [], refusalCount: 0 }
  const { rows, count } = rejected
  const lines = await linesAt(rows)
  const swallowing = rows.find(({ type, text }) => type === 'UNQUOTED VALUE' && /[\r\n]./s.test(text))
  if (swallowing !== undefined) throw openQuote(swallowing, lines)
  const [first] = rows
  if (first !== undefined && tooManyRefused(count, kept)) {
    const line = lines.get(first) ?? 1
    throw new RecordProblem(
      'ragged',
      `${first.file}, line ${line}: ${reasonOf(first)}, and ${count - 1} other rows do not fit either. Is the delimiter the same throughout?`,
      { file: first.file, line, ...(first.column === null ? {} : { column: first.column }) },
    )
  }
  const refusals = rows
    .map((row) => ({ file: row.file, line: lines.get(row) ?? null, reason: reasonOf(row) }))
    .slice(0, MOST_NAMED_REFUSALS)
  return { refusals, refusalCount: count }
}

async function rejectedRows(
  connection: DuckDBConnection,
  sources: readonly RecordSource[],
): Promise<{ readonly rows: RejectedRow[]; readonly count: number } | null> {
  const tables = await rowsOf(
    connection,
    `SELECT 1 FROM duckdb_tables() WHERE table_name = '${REJECTED_ROWS}'`,
  )
  if (tables.length === 0) return null
  // A row with several faults stands there several times.
  const distinct = `SELECT s.file_path, r.line_byte_position, min_by(r.column_idx, r.byte_position), min(r.error_type),
    any_value(r.csv_line), any_value(r.error_message)
    FROM ${REJECTED_ROWS} r JOIN ${REJECTED_SCANS} s USING (scan_id, file_id) GROUP BY ALL`
  const [total] = await rowsOf(connection, `SELECT count(*) FROM (${distinct})`)
  const found = await rowsOf(connection, `${distinct} ORDER BY 1, 2 LIMIT ${MOST_NAMED_REFUSALS}`)
  const rows = found.map(([path, byte, column, type, text, message]) => ({
    path: textOf(path) ?? '',
    file: sources.find(({ textPath }) => textPath === path)?.file ?? '',
    byte: numberOf(byte),
    column: column === null ? null : numberOf(column),
    type: textOf(type) ?? '',
    text: textOf(text) ?? '',
    message: textOf(message) ?? '',
  }))
  return { rows, count: numberOf(total?.[0]) }
}

function reasonOf({ type, column, message, text }: RejectedRow): string {
  const [expected = '', found = ''] = [...message.matchAll(/: (\d+)/g)].map((match) => match[1])
  if (type === 'MISSING COLUMNS') return `it has ${found} values where ${expected} are expected`
  if (type === 'TOO MANY COLUMNS') return `it has ${found} values where ${expected} are expected`
  if (type === 'UNQUOTED VALUE') return `the quotes of value ${column ?? 1} do not match`
  if (type === 'LINE SIZE OVER MAXIMUM') return `it is longer than 2 MB`
  if (type === 'INVALID ENCODING') return `value ${column ?? 1} is not UTF-8`
  return `it cannot be read: ${text.slice(0, 80)}`
}

function openQuote(row: RejectedRow, lines: ReadonlyMap<RejectedRow, number>): RecordProblem {
  const line = lines.get(row) ?? 1
  const column = row.column ?? 1
  return new RecordProblem(
    'broken',
    `${row.file}, line ${line}, value ${column}: a quote is opened here and not closed, so the lines after it cannot be told apart. Put it right or export the file again.`,
    { file: row.file, line, column },
  )
}

/** The line of each row: how many line feeds come before its first byte. A quoted value may have some. */
async function linesAt(rows: readonly RejectedRow[]): Promise<Map<RejectedRow, number>> {
  const lines = new Map<RejectedRow, number>()
  for (const path of new Set(rows.map((row) => row.path))) {
    const waiting = rows.filter((row) => row.path === path).sort((a, b) => a.byte - b.byte)
    let line = 1
    let offset = 0
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      if (!(chunk instanceof Uint8Array)) break
      let at = 0
      for (; waiting[0] !== undefined && waiting[0].byte < offset + chunk.length; waiting.shift()) {
        const until = waiting[0].byte - offset
        line += lineEnds(chunk.subarray(at, until))
        at = Math.max(at, until)
        lines.set(waiting[0], line)
      }
      if (waiting.length === 0) break
      line += lineEnds(chunk.subarray(at))
      offset += chunk.length
    }
  }
  return lines
}

function lineEnds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}
