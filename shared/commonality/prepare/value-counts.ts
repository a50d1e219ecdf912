import type { Codes } from '../case-table.ts'
import type { RecordTable } from '../record-table.ts'
import type { RowSample } from './row-sample.ts'

/** Failing and working records by code. */
export interface ValueCounts {
  readonly failing: Float64Array
  readonly working: Float64Array
}

/** Of all rows; `size` is the number of codes with the blank. */
export function countValues({ failed, working, rows }: RecordTable, codes: Codes, size: number): ValueCounts {
  const counts = { failing: new Float64Array(size), working: new Float64Array(size) }
  for (let row = 0; row < rows; row += 1) {
    const code = codes[row] ?? 0
    counts.failing[code] = (counts.failing[code] ?? 0) + (failed[row] ?? 0)
    counts.working[code] = (counts.working[code] ?? 0) + (working[row] ?? 0)
  }
  return counts
}

/** Of the rows of a sample, as they are: each side is a sample of its own. */
export function countSample(table: RecordTable, sample: RowSample, codes: Codes, size: number): ValueCounts {
  return {
    failing: countSide(sample.failing.rows, table.failed, codes, size),
    working: countSide(sample.working.rows, table.working, codes, size),
  }
}

function countSide(rows: Uint32Array, weights: Float64Array, codes: Codes, size: number): Float64Array {
  const counts = new Float64Array(size)
  for (const row of rows) {
    const code = codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + (weights[row] ?? 0)
  }
  return counts
}

/** What share of a side each code has, 0..1; all 0 for a side without records. */
export function sharesOfSide(counts: Float64Array): Float64Array {
  const all = sumOf(counts)
  return all === 0 ? counts : counts.map((count) => count / all)
}

/**
 * How well the values tell the two sides apart, 0 (not at all) to 1 (no value is on both): Cramér's V as if both sides
 * were equally large, less what as many values reach by chance. Sides of unequal size say nothing about the values.
 */
export function separationOf({ failing, working }: ValueCounts): number {
  const [failingRecords, workingRecords] = [sumOf(failing), sumOf(working)]
  if (failingRecords === 0 || workingRecords === 0) return 0
  const failingShares = sharesOfSide(failing)
  const workingShares = sharesOfSide(working)
  let squared = 0
  let values = 0
  for (const [code, failingShare] of failingShares.entries()) {
    const workingShare = workingShares[code] ?? 0
    if (failingShare + workingShare === 0) continue
    squared += (failingShare - workingShare) ** 2 / (2 * (failingShare + workingShare))
    values += 1
  }
  const byChance = ((values - 1) / 4) * (1 / failingRecords + 1 / workingRecords)
  if (byChance >= 1) return 0
  return Math.sqrt(Math.max(0, Math.min(1, (squared - byChance) / (1 - byChance))))
}

export function sumOf(counts: Float64Array): number {
  let sum = 0
  for (let code = 0; code < counts.length; code += 1) sum += counts[code] ?? 0
  return sum
}
