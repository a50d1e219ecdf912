import type { CaseTable, Dimension } from '../case-table.ts'

/** Failing and all records by value of a dimension; place 0 is the blank. */
export interface CodeTallies {
  readonly failed: Float64Array
  readonly total: Float64Array
}

/** Of every dimension, in order. Read once for a table: each pass over a million rows costs some milliseconds. */
export function codeTallies(table: CaseTable, rows?: Uint32Array): readonly CodeTallies[] {
  return table.dimensions.map((dimension) => talliesOf(table, dimension, rows))
}

/** Of one dimension, over the given rows or all. */
export function talliesOf(
  { failed, total, rows }: CaseTable,
  dimension: Dimension,
  some?: Uint32Array,
): CodeTallies {
  const { codes } = dimension
  const tallies = {
    failed: new Float64Array(dimension.values.length),
    total: new Float64Array(dimension.values.length),
  }
  const count = some?.length ?? rows
  for (let place = 0; place < count; place += 1) {
    const row = some === undefined ? place : (some[place] ?? 0)
    const code = codes[row] ?? 0
    tallies.failed[code] = (tallies.failed[code] ?? 0) + (failed[row] ?? 0)
    tallies.total[code] = (tallies.total[code] ?? 0) + (total[row] ?? 0)
  }
  return tallies
}
