import type { DuckDBConnection } from '@duckdb/node-api'
import { readAs } from '../../../shared/commonality/recognise/recognise-columns.ts'
import type { RecordSet, RecordSetColumn } from '../../../shared/records/record-set.ts'
import { type AttachedSet, columnNamed } from './attached-set.ts'
import { isCoded, type StoredColumn, textColumn } from './column-plan.ts'
import { countUnread } from './profile-cells.ts'
import { sampleColumns } from './sample-columns.ts'
import { identifier } from './sql-text.ts'
import { cellsOf, codeTexts, writeCells } from './write-cells.ts'

/** What a person says of a column. */
export type GivenColumnKind = Pick<RecordSetColumn, 'name' | 'kind' | 'role'>

export interface ChangedColumns {
  readonly stored: readonly StoredColumn[]
  readonly recordSet: Pick<RecordSet, 'columns' | 'notes'>
}

/**
 * Writes the records of a set anew into another database, with columns read as a person says; others stay. Throws
 * RecordProblem for a column that is not there.
 */
export async function changeColumns(
  connection: DuckDBConnection,
  set: AttachedSet,
  database: string,
  given: readonly GivenColumnKind[],
): Promise<ChangedColumns> {
  const { recordSet, stored } = set
  for (const { name } of given) columnNamed(set, name)
  const texts = stored.map(({ index }) => `${textColumn(index)}::VARCHAR AS c${index}`)
  const source = `SELECT ${texts.join(', ')} FROM ${cellsOf(set.database)}`
  const samples = await sampleColumns(
    connection,
    source,
    stored.map(({ name }) => name),
  )
  const changed = stored.map((column, index): StoredColumn => {
    const wanted = given.find(({ name }) => name === column.name)
    const sample = samples[index]
    if (wanted === undefined || sample === undefined) return column
    // A kind that stays keeps its reading, with what all values said about it.
    const reading = wanted.kind === column.kind ? column.reading : readAs(sample, wanted).reading
    return { ...column, kind: wanted.kind, role: wanted.role, reading }
  })
  await writeCells(
    connection,
    database,
    source,
    changed.map((column) => ({ ...column, coded: null, spaced: false })),
    recordSet.timeZone,
  )
  const coded = changed.map((column, index): StoredColumn => {
    const distinct = recordSet.columns[index]?.distinct ?? 0
    return { ...column, coded: distinct > 0 && isCoded(column.kind, distinct) ? distinct : null }
  })
  for (const { index, coded: count } of coded)
    if (count !== null) await codeTexts(connection, database, index)
  const unread = await countUnread(connection, database, coded)
  await connection.run(`CHECKPOINT ${identifier(database)}`)
  const [file = ''] = recordSet.files
  const notes = recordSet.notes.filter(({ kind }) => kind !== 'values-not-read')
  for (const { name, index } of coded) {
    const count = unread.get(index) ?? 0
    if (count > 0)
      notes.push({ file, kind: 'values-not-read', detail: { column: name, count: String(count) } })
  }
  return {
    stored: coded,
    recordSet: {
      notes,
      columns: recordSet.columns.map((column, index) => ({
        ...column,
        kind: coded[index]?.kind ?? column.kind,
        role: coded[index]?.role ?? null,
      })),
    },
  }
}
