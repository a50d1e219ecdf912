import type { DuckDBConnection } from '@duckdb/node-api'
import { KNOWN_LAYOUTS } from '../../../shared/commonality/recognise/known-layouts.ts'
import { layoutOfHeader } from '../../../shared/commonality/recognise/recognise-layout.ts'
import { headerNames } from './header-names.ts'
import { nestedColumns, textColumns } from './nested-columns.ts'
import type { PlainFile } from './plain-file.ts'
import { RecordProblem } from './record-problem.ts'
import type { RecordSource, SourceOptions } from './record-source.ts'
import { literal } from './sql-text.ts'

/** Throws RecordProblem. */
export async function parquetSource(
  file: PlainFile,
  connection: DuckDBConnection,
  { ownLayouts, layout }: SourceOptions,
): Promise<RecordSource> {
  const from = `read_parquet(${literal(file.path)})`
  const described = await connection.run(`SELECT * FROM ${from} LIMIT 0`).catch((error: unknown) => {
    throw new RecordProblem(
      'broken',
      `${file.name} is a damaged Parquet file. Copy or export it again.`,
      { file: file.name },
      error,
    )
  })
  const columns = nestedColumns(described)
  const { names, notes } = headerNames(
    columns.map(({ name }) => name),
    file.name,
  )
  return {
    file: file.name,
    names,
    sql: `SELECT ${textColumns(columns)} FROM ${from}`,
    isQuick: true,
    layout: layout ?? layoutOfHeader(names, ownLayouts, KNOWN_LAYOUTS),
    notes: [...file.notes, ...notes],
    refusals: [],
    refusalCount: 0,
    textPath: null,
  }
}
