import type { ColumnSample } from '../../../shared/commonality/recognise/column-sample.ts'
import {
  namesRecords,
  type RecognisedColumn,
} from '../../../shared/commonality/recognise/recognise-columns.ts'
import type { RecordNote } from '../../../shared/records/record-set.ts'
import { isCoded, type StoredColumn, storedColumn } from './column-plan.ts'
import type { Dictionary } from './dictionaries.ts'
import { type ColumnProfileFigures, MOST_COMMONEST } from './profile-cells.ts'
import type { ColumnToWrite } from './write-cells.ts'

/** So many values of a counted column are looked at to tell what it is. */
export const MOST_SHOWN_VALUES = 1_000

/** Whether values repeat so much that counting them all is worth it. */
export function mayRepeat({ distinct, filled }: ColumnSample): boolean {
  return distinct <= 100 || distinct <= filled * 0.6
}

/** The whole file says more of a column than its first rows do. */
export function sampleOf(sample: ColumnSample, dictionary: Dictionary | undefined): ColumnSample {
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

export function columnToWrite(
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
export function settle(
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

export function valueNotes(
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

export function figuresOf({ distinct, blanks, commonest }: Dictionary): ColumnProfileFigures {
  return { distinct, blanks, commonest: commonest.slice(0, MOST_COMMONEST) }
}
