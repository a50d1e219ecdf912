import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import * as z from 'zod'
import { LONGEST_RECORD, refusedRow, rowOf, type Row } from './row.ts'

const DELIMITERS = [',', ';', '\t', '|']

const parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) })

/** The rows of a CSV file with a header. `head` is its beginning, by which the delimiter is found. */
export async function* csvRows(text: AsyncIterable<string>, head: string): AsyncIterable<Row> {
  const refusedByParser: Row[] = []
  const parser = Readable.from(text, { objectMode: false }).pipe(
    parse({
      delimiter: delimiterOf(head),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: LONGEST_RECORD,
      on_skip(error) {
        const line = error === undefined ? '?' : lineOf(error)
        refusedByParser.push(refusedRow(`line ${line}`, reasonOf(error)))
      },
    }),
  )
  let names: readonly string[] | null = null
  let lastLine = 0
  try {
    for await (const raw of parser) {
      yield* refusedByParser.splice(0)
      const { record, info } = parsed.parse(raw)
      const line = lastLine + 1
      lastLine = info.lines
      if (names === null) {
        const header = readHeader(record)
        names = header.names
        yield { kind: 'columns', names }
        yield* header.refusals
      } else if (record.length !== names.length) {
        yield refusedRow(`line ${line}`, `has ${record.length} fields where the header has ${names.length}`)
      } else {
        yield rowOf(`line ${line}`, Object.fromEntries(names.map((name, index) => [name, record[index]])))
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Nothing behind it can be told apart any more.
    yield refusedRow(`line ${lastLine + 1}`, `${reasonOf(error)}; nothing behind this line was read`)
  }
  yield* refusedByParser.splice(0)
}

/** Names for all columns: an empty or repeated one gets a name of its own and is said. */
function readHeader(record: readonly string[]): { names: string[]; refusals: Row[] } {
  const names: string[] = []
  const refusals: Row[] = []
  for (const [index, cell] of record.entries()) {
    const wanted = cell.trim()
    let name = wanted === '' ? `column ${index + 1}` : wanted
    if (wanted === '') refusals.push(refusedRow('line 1', `column ${index + 1} has no name`))
    if (names.includes(name)) {
      refusals.push(refusedRow('line 1', `column "${name}" stands there twice`))
      let copy = 2
      while (names.includes(`${name} (${copy})`)) copy += 1
      name = `${name} (${copy})`
    }
    names.push(name)
  }
  return { names, refusals }
}

/** The candidate that stands most often in the first line, outside quotes. */
function delimiterOf(head: string): string {
  const firstLine =
    head
      .trimStart()
      .replaceAll(/"[^"]*"/g, '')
      .split(/\r?\n|\r/, 1)[0] ?? ''
  const counts = DELIMITERS.map((delimiter) => firstLine.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function lineOf(error: CsvError): string {
  const { lines } = error
  return typeof lines === 'number' ? String(lines) : '?'
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_MAX_RECORD_SIZE: 'is longer than any record',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a field',
  CSV_INVALID_CLOSING_QUOTE: 'a quote stands in the middle of a field',
}

function reasonOf(error: CsvError | undefined): string {
  return REASONS[error?.code ?? ''] ?? 'is not well-formed CSV'
}
