import type { RecordColumn, RecordTable } from '../record-table.ts'
import { equalCountCuts, weighedValues, type Weighed } from './cuts.ts'
import type { RowSample } from './row-sample.ts'
import { sumOf } from './value-counts.ts'

const MOST_NUMBER_RANGES = 16
const MOST_TIME_RANGES = 64

/**
 * Where to cut a number or time. A number's ranges hold equally many working records, so that what is usual is seen
 * finely; times hold equally many of all, since both sides are spread over the same clock.
 */
export function rangeCuts(table: RecordTable, column: RecordColumn, sample: RowSample): Float64Array {
  if (column.kind === 'time') {
    return equalCountCuts(
      bothSides(table, column, sample, sample.failing.scale, sample.working.scale),
      MOST_TIME_RANGES,
    )
  }
  const working = side(column, sample.working.rows, table.working)
  const usual = working.values.length > 0 ? working : side(column, sample.failing.rows, table.failed)
  return equalCountCuts(usual, MOST_NUMBER_RANGES)
}

function side({ numbers }: RecordColumn, rows: Uint32Array, weights: Float64Array): Weighed {
  return weighedValues(numbers ?? new Float64Array(), rows, weights)
}

/** Ranges with as many records when both sides count alike: what is common to either side stands out. */
export function balancedCuts(table: RecordTable, column: RecordColumn, sample: RowSample): Float64Array {
  const perSide = (rows: Uint32Array, weights: Float64Array) =>
    1 / Math.max(1, sumOf(Float64Array.from(rows, (row) => weights[row] ?? 0)))
  const failing = perSide(sample.failing.rows, table.failed)
  const working = perSide(sample.working.rows, table.working)
  return equalCountCuts(bothSides(table, column, sample, failing, working), MOST_NUMBER_RANGES)
}

function bothSides(
  table: RecordTable,
  column: RecordColumn,
  sample: RowSample,
  failingScale: number,
  workingScale: number,
): Weighed {
  const weights = new Float64Array(table.rows)
  for (const row of sample.failing.rows) weights[row] = (table.failed[row] ?? 0) * failingScale
  for (const row of sample.working.rows) {
    weights[row] = (weights[row] ?? 0) + (table.working[row] ?? 0) * workingScale
  }
  const rows = Uint32Array.from(new Set([...sample.failing.rows, ...sample.working.rows])).sort()
  return side(column, rows, weights)
}
