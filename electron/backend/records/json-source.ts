import { type DuckDBConnection, DuckDBListType, type DuckDBResult, DuckDBStructType } from '@duckdb/node-api'
import { KNOWN_LAYOUTS } from '../../../shared/commonality/recognise/known-layouts.ts'
import { layoutOfHeader } from '../../../shared/commonality/recognise/recognise-layout.ts'
import type { RecordRefusal } from '../../../shared/records/record-set.ts'
import { headText } from './csv-source.ts'
import { headerNames } from './header-names.ts'
import { asTexts, type NestedColumn, nestedColumns, textColumns, textShape } from './nested-columns.ts'
import type { PlainFile } from './plain-file.ts'
import { RecordProblem } from './record-problem.ts'
import type { RecordSource, SourceOptions } from './record-source.ts'
import { literal } from './sql-text.ts'
import { withoutBrokenLines } from './whole-json-lines.ts'

type JsonFormat = 'newline_delimited' | 'array' | 'unstructured'

/** A record of a call with everything in it can be long. */
const MOST_OBJECT_BYTES = 64 * 1024 * 1024

/** Whether a text is JSON rather than a table. */
export function isJson(head: string): boolean {
  return /^\s*[{[]/.test(head)
}

/**
 * Objects in lines, in a list, one alone, or in a list inside of one. Throws RecordProblem. A few lines that are no JSON
 * are left out and told.
 */
export async function jsonSource(
  file: PlainFile,
  workDirectory: string,
  connection: DuckDBConnection,
  options: SourceOptions,
  signal?: AbortSignal,
): Promise<RecordSource> {
  const format = formatOf(await headText(file.path))
  try {
    return await readJson(
      file,
      { path: file.path, format, refusals: [], refusalCount: 0 },
      connection,
      options,
    )
  } catch (error) {
    signal?.throwIfAborted()
    if (format !== 'newline_delimited' || error instanceof RecordProblem) throw jsonProblem(file.name, error)
  }
  const whole = await withoutBrokenLines(file, workDirectory, signal)
  try {
    return await readJson(file, { ...whole, format }, connection, options)
  } catch (error) {
    throw jsonProblem(file.name, error)
  }
}

function formatOf(head: string): JsonFormat {
  const text = head.trimStart()
  if (text.startsWith('[')) return 'array'
  const [line = ''] = text.split('\n', 1)
  try {
    JSON.parse(line)
    return 'newline_delimited'
  } catch {
    // A log that was cut begins with half a line, and still has one object in each.
    return /^\s*\{/.test(text.slice(line.length + 1)) && line.trim().length > 1
      ? 'newline_delimited'
      : 'unstructured'
  }
}

interface JsonText {
  readonly path: string
  readonly format: JsonFormat
  readonly refusals: readonly RecordRefusal[]
  readonly refusalCount: number
}

async function readJson(
  file: PlainFile,
  { path, format, refusals, refusalCount }: JsonText,
  connection: DuckDBConnection,
  options: SourceOptions,
): Promise<RecordSource> {
  const how = `format = '${format}', maximum_object_size = ${MOST_OBJECT_BYTES}`
  // All of the file is looked at: a field that only the last record has is a column too.
  const described = await connection.run(
    `SELECT * FROM read_json(${literal(path)}, ${how}, sample_size = -1, maximum_depth = -1, map_inference_threshold = -1) LIMIT 0`,
  )
  const names = described.columnNames()
  if (names.length === 1 && names[0] === 'json' && !(described.columnType(0) instanceof DuckDBStructType)) {
    throw new RecordProblem(
      'no-records',
      `${file.name} is JSON, but holds no objects. One object is one record.`,
      {
        file: file.name,
      },
    )
  }
  const wrapped = format === 'unstructured' || format === 'newline_delimited' ? wrappedList(described) : null
  const { columns, from } = wrapped ?? {
    columns: nestedColumns(described),
    from: `read_json(${literal(path)}, auto_detect = false, records = true, ${how}, columns = ${textShape(described)})`,
  }
  const sql =
    wrapped === null
      ? `SELECT ${textColumns(columns)} FROM ${from}`
      : `SELECT ${textColumns(columns, ['item'])} FROM (SELECT unnest(${wrapped.list}) AS item FROM read_json(${literal(path)}, auto_detect = false, records = true, ${how}, columns = ${wrapped.from}))`
  const named = headerNames(
    columns.map(({ name }) => name),
    file.name,
  )
  return {
    file: file.name,
    names: named.names,
    sql,
    isQuick: false,
    layout: options.layout ?? layoutOfHeader(named.names, options.ownLayouts, KNOWN_LAYOUTS),
    notes: [...file.notes, ...named.notes],
    refusals,
    refusalCount,
    textPath: null,
  }
}

interface WrappedList {
  readonly columns: readonly NestedColumn[]
  readonly list: string
  readonly from: string
}

/** `{"total": 2, "records": [{…}, {…}]}`: the answer of a web service that was saved. */
function wrappedList(described: DuckDBResult): WrappedList | null {
  const types = described.columnTypes()
  if (types.length > 6 || types.some((type) => type instanceof DuckDBStructType)) return null
  const lists = types.filter((type) => type instanceof DuckDBListType)
  const [list] = lists
  if (list === undefined || lists.length !== 1 || !(list.valueType instanceof DuckDBStructType)) return null
  const name = described.columnNames()[types.indexOf(list)] ?? ''
  return {
    columns: columnsInside(list.valueType),
    list: `"${name.replaceAll('"', '""')}"`,
    from: `{${literal(name)}: ${literal(`${asTexts(list.valueType)}[]`)}}`,
  }
}

function columnsInside(type: DuckDBStructType): NestedColumn[] {
  return type.entryNames.flatMap((name, index) => {
    const entry = type.entryTypes[index]
    if (!(entry instanceof DuckDBStructType)) return [{ name, path: [name] }]
    return columnsInside(entry).map((column) => ({
      name: `${name}.${column.name}`,
      path: [name, ...column.path],
    }))
  })
}

/** What DuckDB says of JSON in words; anything else as it is. */
export function jsonProblem(file: string, error: unknown): unknown {
  if (error instanceof RecordProblem || !(error instanceof Error)) return error
  const line = Number(/in line (\d+)/.exec(error.message)?.[1] ?? Number.NaN)
  if (!/JSON|json|maximum_object_size/.test(error.message)) return error
  const place = Number.isNaN(line) ? {} : { line }
  const where = Number.isNaN(line) ? '' : `, line ${line}`
  const why = /duplicate key/.test(error.message) ? 'an object has the same name twice' : 'this is no JSON'
  return new RecordProblem('broken', `${file}${where}: ${why}. Export it again.`, { file, ...place }, error)
}
