import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import * as z from 'zod'
import { LONGEST_RECORD, refusedRow, rowOf, type Row } from './row.ts'

const DELIMITERS = [',', ';', '\t', '|']

const parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) })

/** The rows of a CSV file with a header. `head` is its beginning, by which the delimiter is found. */
export async function* csvRows(text: AsyncIterable<string>, head: string): AsyncIterable<Row> {
  const skipped: (CsvError | undefined)[] = []
  const source = Readable.from(text, { objectMode: false })
  const parser = parse({
    delimiter: delimiterOf(head),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => void skipped.push(error),
  })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let names: readonly string[] | null = null
  let lastLine = 0
  try {
    for await (const raw of parser) {
      const { record, info } = parsed.parse(raw)
      // The parser counts to the end of a record; a person looks for its beginning.
      const line = info.lines - record.join('').split('\n').length + 1
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
  // The parser runs ahead of us, so that only now is it clear where the last good row ended.
  for (const error of skipped) yield skippedRow(error, lastLine)
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

/** For a quote that is never closed the parser only knows the end of the file; it opened behind the last row. */
function skippedRow(error: CsvError | undefined, lastLine: number): Row {
  const lines: unknown = error?.code === 'CSV_QUOTE_NOT_CLOSED' ? lastLine + 1 : error?.lines
  return refusedRow(`line ${typeof lines === 'number' ? lines : '?'}`, reasonOf(error))
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
