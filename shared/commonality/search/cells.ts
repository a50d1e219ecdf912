import type { CaseTable, Codes } from '../case-table.ts'
import { groupRows } from './group-rows.ts'

/** A dimension that tells records apart. */
export interface CellDimension {
  /** Its place in the case table. */
  readonly place: number
  readonly name: string
  /** Same number, same column. */
  readonly column: number
  readonly codes: Codes
  readonly values: readonly string[]
  /** Values that some record carries, the blank not counted. */
  readonly cardinality: number
}

/** The table as the search goes through it: records that are alike in every dimension are one cell. */
export interface Cells {
  readonly count: number
  readonly dimensions: readonly CellDimension[]
  readonly failed: Float64Array
  readonly total: Float64Array
}

/** Records on neither side, and dimensions that tell nothing apart, are left out. */
export function cellsOf(table: CaseTable): Cells {
  const used = usedRows(table)
  const dimensions = usableDimensions(table, used)
  const groups = groupRows(dimensions, used, table)
  if (groups === null) return { count: table.rows, dimensions, failed: table.failed, total: table.total }
  const { first, groupOf } = groups
  const failed = new Float64Array(first.length)
  const total = new Float64Array(first.length)
  for (let place = 0; place < used.length; place++) {
    const row = used[place] ?? 0
    const cell = groupOf[place] ?? 0
    failed[cell] = (failed[cell] ?? 0) + (table.failed[row] ?? 0)
    total[cell] = (total[cell] ?? 0) + (table.total[row] ?? 0)
  }
  return {
    count: first.length,
    dimensions: dimensions.map((dimension) => ({ ...dimension, codes: pick(dimension.codes, first) })),
    failed,
    total,
  }
}

function usedRows(table: CaseTable): Uint32Array {
  let count = 0
  const used = new Uint32Array(table.rows)
  for (let row = 0; row < table.rows; row++) {
    if ((table.total[row] ?? 0) > 0) used[count++] = row
  }
  return used.subarray(0, count)
}

/** In order of name, so that neither the order of columns nor that of rows changes an answer. */
function usableDimensions(table: CaseTable, used: Uint32Array): CellDimension[] {
  const columns = new Map<string, number>()
  const usable: CellDimension[] = []
  const places = table.dimensions.map((_, place) => place)
  places.sort(
    (a, b) => compareText(table.dimensions[a]?.name ?? '', table.dimensions[b]?.name ?? '') || a - b,
  )
  for (const place of places) {
    const dimension = table.dimensions[place]
    if (dimension === undefined) continue
    const { name, codes, values } = dimension
    const seen = new Uint8Array(values.length)
    for (const row of used) seen[codes[row] ?? 0] = 1
    const present = seen.reduce((sum, flag) => sum + flag, 0)
    if (present < 2) continue
    const column = columns.get(dimension.column) ?? columns.size
    columns.set(dimension.column, column)
    usable.push({ place, name, column, codes, values, cardinality: present - (seen[0] ?? 0) })
  }
  return usable
}

function pick(codes: Codes, rows: Uint32Array): Codes {
  const picked =
    codes instanceof Uint8Array
      ? new Uint8Array(rows.length)
      : codes instanceof Uint16Array
        ? new Uint16Array(rows.length)
        : new Uint32Array(rows.length)
  for (let place = 0; place < rows.length; place++) picked[place] = codes[rows[place] ?? 0] ?? 0
  return picked
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
