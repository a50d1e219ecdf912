import type { CaseTable, Dimension } from '../../../shared/commonality/case-table.ts'

/** Rows with the same values in every dimension become one that carries their weights, in order of first sight. */
export function mergeRows(table: CaseTable): CaseTable {
  const places = new Map<string, number>()
  const firsts: number[] = []
  const failed: number[] = []
  const total: number[] = []
  for (let row = 0; row < table.rows; row += 1) {
    const key = table.dimensions.map(({ codes }) => codes[row]).join(' ')
    const place = places.get(key) ?? firsts.length
    if (place === firsts.length) {
      places.set(key, place)
      firsts.push(row)
      failed.push(0)
      total.push(0)
    }
    failed[place] = (failed[place] ?? 0) + (table.failed[row] ?? 0)
    total[place] = (total[place] ?? 0) + (table.total[row] ?? 0)
  }
  return {
    rows: firsts.length,
    dimensions: table.dimensions.map((dimension) => rowsOf(dimension, firsts)),
    failed: Float64Array.from(failed),
    total: Float64Array.from(total),
  }
}

function rowsOf(dimension: Dimension, rows: readonly number[]): Dimension {
  const codes = new Uint32Array(rows.length)
  rows.forEach((row, place) => {
    codes[place] = dimension.codes[row] ?? 0
  })
  return { ...dimension, codes }
}
