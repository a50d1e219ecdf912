import type { Codes, Dimension } from '../case-table.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'
import { rangeCuts } from './choose-cuts.ts'
import { halfAsMany, rangeCodes } from './cuts.ts'
import { prefixLengths } from './prefix-lengths.ts'
import type { RowSample } from './row-sample.ts'
import type { View } from './prepared.ts'

/** A dimension of the case table and how it looks at its column. */
export interface ColumnView {
  readonly dimension: Dimension
  readonly view: View
}

/** Up to so many different numbers are names (hops, slots); beyond, they are amounts. */
const MOST_NUMBERS_AS_NAMES = 20

/** Whole numbers up to so many may name something as well (a port, a trunk): each is looked at by itself too. */
const MOST_NUMBERS_AS_BOTH = 256

/** All ways to look at a column, finest first; none where its values are too many and mean nothing in part. */
export function viewsOf(table: RecordTable, column: RecordColumn, sample: RowSample): ColumnView[] {
  const { kind, codes } = column
  if (kind === 'category' || kind === 'identifier') return valueViews(column)
  if (kind === 'digits') return [...valueViews(column), ...prefixViews(column, sample.records)]
  if (kind === 'number' && codes !== null && hasFewNumbers(column)) return valueViews(column)
  const ranges = rangeViews(column, rangeCuts(table, column, sample))
  return kind === 'number' && mayBeNames(column) ? [...valueViews(column), ...ranges] : ranges
}

export function hasFewNumbers({ codes, values, distinct }: RecordColumn): boolean {
  return (codes === null ? distinct : values.length - 1) <= MOST_NUMBERS_AS_NAMES
}

function mayBeNames({ values }: RecordColumn): boolean {
  return values.length - 1 <= MOST_NUMBERS_AS_BOTH && values.every((value) => Number.isInteger(Number(value)))
}

function valueViews(column: RecordColumn): ColumnView[] {
  const { name, codes, values } = column
  if (codes === null) return []
  return [{ dimension: { name, column: name, codes, values }, view: { kind: 'values', column, blank: null } }]
}

function prefixViews(column: RecordColumn, records: number): ColumnView[] {
  return prefixLengths(column, records).map(({ length, codes, values }) => ({
    dimension: { name: `${column.name}, first ${length}`, column: column.name, codes, values },
    view: { kind: 'prefix', column, length, blank: null },
  }))
}

/** The ranges, then half as many of twice the size, down to two. */
function rangeViews(column: RecordColumn, finest: Float64Array): ColumnView[] {
  if (column.numbers === null) return []
  const views: ColumnView[] = []
  let level = { codes: rangeCodes(column.numbers, finest), cuts: finest }
  while (level.cuts.length > 2) {
    views.push(rangeView(column, level.codes, level.cuts))
    level = halfAsMany(level.codes, level.cuts)
  }
  return views
}

export function rangeView(column: RecordColumn, codes: Codes, cuts: Float64Array): ColumnView {
  const values = Array.from(cuts, (from, place) => `${from} … ${cuts[place + 1]}`)
  return {
    dimension: {
      name: `${column.name}, ${cuts.length - 1} ranges of ${cuts[1]}`,
      column: column.name,
      codes,
      values: ['', ...values.slice(0, -1)],
    },
    view: { kind: 'ranges', column, cuts, blank: null },
  }
}

/** The same view with the blank as a value, after all others. */
export function withBlankAsValue({ dimension, view }: ColumnView): ColumnView {
  const blank = dimension.values.length
  const codes = blank < 0x100 ? new Uint8Array(dimension.codes) : new Uint32Array(dimension.codes)
  for (const [row, code] of codes.entries()) if (code === 0) codes[row] = blank
  return {
    dimension: { ...dimension, codes, values: [...dimension.values, '(blank)'] },
    view: { ...view, blank },
  }
}
