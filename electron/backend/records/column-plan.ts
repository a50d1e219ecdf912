import type { ColumnKind, ColumnRole } from '../../../shared/records/column-words.ts'
import type {
  RecognisedColumn,
  ValueReading,
} from '../../../shared/commonality/recognise/recognise-columns.ts'

/** How a column is kept in the table `cells`: its text in `t<index>`, and by kind a value or the first digits. */
export interface StoredColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole | null
  /** Place among the columns of `cells`; names of a person's file are in no statement that stores. */
  readonly index: number
  readonly reading: ValueReading | null
  /** How many values are coded: then the text is an ENUM. Null: a VARCHAR. */
  readonly coded: number | null
}

/** Values of a category that are given codes; more are not worth naming. */
const MOST_CATEGORY_VALUES = 200_000

/** Different numbers, instants and digits that are given codes as well. */
const MOST_OTHER_VALUES = 5_000

/** From how many different values on a column has no codes. */
function mostCodedValues(kind: ColumnKind): number {
  if (kind === 'identifier') return 0
  return kind === 'category' ? MOST_CATEGORY_VALUES : MOST_OTHER_VALUES
}

export function isCoded(kind: ColumnKind, distinct: number): boolean {
  return distinct <= mostCodedValues(kind)
}

export function textColumn(index: number): string {
  return `t${index}`
}

/** The number or instant. */
export function valueColumn(index: number): string {
  return `v${index}`
}

/** The first digits. */
export function prefixColumn(index: number): string {
  return `p${index}`
}

export function storedColumn(column: RecognisedColumn, index: number, coded: number | null): StoredColumn {
  const { name, kind, role, reading } = column
  return { name, kind, role, index, reading, coded }
}
