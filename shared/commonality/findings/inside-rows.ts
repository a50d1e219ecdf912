import type { CaseTable, Conjunction } from '../case-table.ts'
import type { Tally } from '../search-result.ts'

/** Rows of either side that meet every literal, in order. */
export function insideRows(table: CaseTable, conjunction: Conjunction): Uint32Array {
  const rows = new Uint32Array(table.rows)
  let count = 0
  for (let row = 0; row < table.rows; row += 1) {
    if ((table.total[row] ?? 0) > 0) rows[count++] = row
  }
  for (const { dimension, code } of conjunction) {
    const codes = table.dimensions[dimension]?.codes ?? []
    const candidates = count
    count = 0
    for (let place = 0; place < candidates; place += 1) {
      const row = rows[place] ?? 0
      if (codes[row] === code) rows[count++] = row
    }
  }
  return rows.slice(0, count)
}

/** What the given rows weigh; all rows without them. */
export function tallyOf(table: CaseTable, rows?: Uint32Array): Tally {
  let failed = 0
  let total = 0
  const count = rows?.length ?? table.rows
  for (let place = 0; place < count; place += 1) {
    const row = rows === undefined ? place : (rows[place] ?? 0)
    failed += table.failed[row] ?? 0
    total += table.total[row] ?? 0
  }
  return { failed, total }
}
