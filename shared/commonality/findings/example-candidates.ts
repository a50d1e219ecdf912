import type { CaseTable, Conjunction } from '../case-table.ts'
import { insideRows } from './inside-rows.ts'

/** Rows that may stand as examples. */
export interface Candidates {
  readonly failing: Uint32Array
  readonly working: Uint32Array
}

/**
 * Failing rows that the description covers and working ones that it does not, each as clean as the table has them: not
 * of another finding, and of rows that stand for many records those that mostly fail, and those that never do.
 */
export function exampleCandidates(
  table: CaseTable,
  conjunction: Conjunction,
  others: readonly Conjunction[],
): Candidates {
  const { failed, total, rows } = table
  const covered = new Uint8Array(rows)
  const elsewhere = new Uint8Array(rows)
  for (const row of insideRows(table, conjunction)) covered[row] = 1
  for (const other of others) for (const row of insideRows(table, other)) elsewhere[row] = 1

  const failing = rowsWhere(rows, (row) => covered[row] === 1 && (failed[row] ?? 0) > 0)
  const working = rowsWhere(rows, (row) => covered[row] === 0 && (total[row] ?? 0) > (failed[row] ?? 0))
  const isOfThisAlone = (row: number) => elsewhere[row] === 0
  const mostlyFails = (row: number) => (failed[row] ?? 0) * 2 >= (total[row] ?? 0)
  const neverFails = (row: number) => failed[row] === 0
  return {
    failing: preferring(preferring(failing, mostlyFails), isOfThisAlone),
    working: preferring(preferring(working, neverFails), isOfThisAlone),
  }
}

function rowsWhere(rows: number, isMeant: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row += 1) if (isMeant(row)) found[count++] = row
  return found.slice(0, count)
}

/** Those that are preferred, or all where none is. */
function preferring(rows: Uint32Array, isPreferred: (row: number) => boolean): Uint32Array {
  const preferred = new Uint32Array(rows.length)
  let count = 0
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0
    if (isPreferred(row)) preferred[count++] = row
  }
  return count > 0 ? preferred.subarray(0, count) : rows
}
