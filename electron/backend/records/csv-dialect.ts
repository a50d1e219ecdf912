import { CsvError, parse } from 'csv-parse/sync'
import { RecordProblem } from './record-problem.ts'

/** How the values of a line are told apart. */
export interface CsvDialect {
  readonly delimiter: string
  /** The character that makes a quote inside a quoted value plain. */
  readonly escape: '"' | '\\'
  /** Lines before the first record: Excel's `sep=;`. */
  readonly skip: number
}

export interface CsvHead {
  readonly dialect: CsvDialect
  /** The first records with as many values as most of them have; the header, where there is one, is the first. */
  readonly rows: readonly (readonly string[])[]
}

/** Commonest first: of two that fit equally the first is taken. */
const DELIMITERS = [',', ';', '\t', '|', '^', '~']

const MOST_ROWS = 200

/** Of the first records so many must have as many values as the others. */
const LEAST_EVEN_SHARE = 0.8

/** A delimiter that stands in so many lines is one. */
const LEAST_DIVIDED_SHARE = 0.6

/**
 * The delimiter by which most of the first lines have equally many values. `text` is the beginning of the file and ends
 * with a whole line. Throws RecordProblem `ragged` where none fits.
 */
export function readCsvHead(text: string, file: string): CsvHead {
  const told = /^sep=(.)\r?\n/i.exec(text)
  const skip = told === null ? 0 : 1
  const body = told === null ? text : text.slice(told[0].length)
  const escape = /[^"]\\"/.test(body) && !/[^",;|\t\r\n]""/.test(body) ? '\\' : '"'
  const candidates = told?.[1] === undefined ? DELIMITERS : [told[1]]
  const readings = candidates.map((delimiter) => readBy(body, { delimiter, escape, skip }))
  const best = readings.reduce((one, other) => (isBetter(other, one) ? other : one))
  if (best.rows.length === 0) {
    throw new RecordProblem('broken', `${file} has a quote that is opened and not closed. Export it again.`, {
      file,
    })
  }
  if (best.even < LEAST_EVEN_SHARE) throw unevenLines(best, file)
  // One column is what every table has by a delimiter that it does not use.
  const uneven = best.width > 1 ? undefined : readings.find(({ several }) => several >= LEAST_DIVIDED_SHARE)
  if (uneven !== undefined) throw unevenLines(uneven, file)
  return { dialect: best.dialect, rows: best.rows.filter((row) => row.length === best.width) }
}

interface Reading {
  readonly dialect: CsvDialect
  readonly rows: readonly (readonly string[])[]
  readonly width: number
  /** Share of the rows that have this width. */
  readonly even: number
  /** Share of the rows that have more than one value. */
  readonly several: number
}

function readBy(text: string, dialect: CsvDialect): Reading {
  const rows = parseRows(text, dialect)
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const commonest = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  const [width, count] = commonest
  const all = Math.max(1, rows.length)
  const several = rows.filter(({ length }) => length > 1).length / all
  return { dialect, rows, width, even: count / all, several }
}

/** None where a quote is not closed, which by a wrong delimiter happens to sound files too. */
function parseRows(text: string, { delimiter, escape }: CsvDialect): string[][] {
  try {
    return parse(text, {
      delimiter,
      escape,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_ROWS,
    })
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

function isBetter(one: Reading, other: Reading): boolean {
  const fits = (reading: Reading): boolean => reading.width > 1 && reading.even >= LEAST_EVEN_SHARE
  if (fits(one) !== fits(other)) return fits(one)
  // A comma inside texts splits some lines; the true delimiter splits all of them.
  return (
    Math.round(one.even * 50) > Math.round(other.even * 50) ||
    (one.even === other.even && one.width > other.width)
  )
}

function unevenLines({ rows, width, dialect }: Reading, file: string): RecordProblem {
  const at = rows.findIndex((row) => row.length !== width)
  const line = at + 1 + dialect.skip
  const names: Record<string, string> = { '\t': 'tabs', ',': 'commas', ';': 'semicolons', '|': 'bars' }
  const by = names[dialect.delimiter] ?? `"${dialect.delimiter}"`
  return new RecordProblem(
    'ragged',
    `${file}, line ${line}: most lines have ${width} values separated by ${by}, this one has ${rows[at]?.length ?? 0}, and too many lines differ. Is it a table with one record per line?`,
    { file, line },
  )
}
