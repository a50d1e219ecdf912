import type { DuckDBConnection } from '@duckdb/node-api'
import { csvSource, headText } from './csv-source.ts'
import { isJson, jsonSource } from './json-source.ts'
import { parquetSource } from './parquet-source.ts'
import type { PlainFile } from './plain-file.ts'
import { RecordProblem } from './record-problem.ts'
import type { RecordSource, SourceOptions } from './record-source.ts'
import { xlsxAsText } from './xlsx-file.ts'

/** A file by what it holds. Throws RecordProblem. */
export async function openSource(
  file: PlainFile,
  workDirectory: string,
  connection: DuckDBConnection,
  options: SourceOptions,
  signal?: AbortSignal,
): Promise<RecordSource> {
  if (file.format === 'parquet') return parquetSource(file, connection, options)
  if (file.format === 'xlsx')
    return csvSource(await xlsxAsText(file, workDirectory, signal), workDirectory, options, signal)
  if (isJson(await headText(file.path))) return jsonSource(file, workDirectory, connection, options, signal)
  return csvSource(file, workDirectory, options, signal)
}

/**
 * All files as one query, columns by the names of the first. Throws RecordProblem where one has other columns: it is of
 * another shape, or an export was changed.
 */
export function joinSources(sources: readonly RecordSource[]): string {
  const [first, ...others] = sources
  if (first === undefined) throw new RecordProblem('missing', 'No file was given.')
  const queries = others.map((source) => {
    const places = new Map(source.names.map((name, index) => [name.toLowerCase(), index]))
    const missing = first.names.find((name) => !places.has(name.toLowerCase()))
    const known = new Set(first.names.map((name) => name.toLowerCase()))
    const added = source.names.find((name) => !known.has(name.toLowerCase()))
    if (missing !== undefined || added !== undefined) {
      const what =
        missing === undefined
          ? `a column "${added}" that ${first.file} has not`
          : `no column "${missing}" as ${first.file} has`
      throw new RecordProblem(
        'different-shape',
        `${source.file} has ${what}. Read files of different columns into sets of their own.`,
        {
          file: source.file,
        },
      )
    }
    const columns = first.names.map((name, index) => `c${places.get(name.toLowerCase())} AS n${index}`)
    const renamed = first.names.map((_, index) => `n${index} AS c${index}`)
    return `SELECT ${renamed.join(', ')} FROM (SELECT ${columns.join(', ')} FROM (${source.sql}))`
  })
  return [first.sql, ...queries].join(' UNION ALL ')
}
