import type { RecordTable } from '../record-table.ts'
import { sumOf } from './value-counts.ts'

/** Rows that stand for all rows of their side, in order; the same table gives the same ones. */
export interface SideSample {
  readonly rows: Uint32Array
  /** What the whole side weighs, over what these rows do. */
  readonly scale: number
}

export interface RowSample {
  readonly failing: SideSample
  readonly working: SideSample
  /** What all rows of both sides weigh. */
  readonly records: number
}

/** Enough to see a share of one in a hundred well, few enough to look at in every column. */
const MOST_ROWS = 8_192

export function sampleRows({ failed, working }: RecordTable, most = MOST_ROWS): RowSample {
  const sides = { failing: sampleSide(failed, most), working: sampleSide(working, most) }
  return { ...sides, records: sumOf(failed) + sumOf(working) }
}

function sampleSide(weights: Float64Array, most: number): SideSample {
  let count = 0
  let all = 0
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0
    all += weight
    count += weight > 0 ? 1 : 0
  }
  const below = count <= most ? Infinity : (most / count) * 2 ** 32
  const rows: number[] = []
  let kept = 0
  for (let row = 0; row < weights.length; row += 1) {
    if (!((weights[row] ?? 0) > 0) || scattered(row) >= below) continue
    kept += weights[row] ?? 0
    rows.push(row)
  }
  return { rows: Uint32Array.from(rows), scale: kept === 0 ? 1 : all / kept }
}

/**
 * A number below 2³² for each row, without any order. Files have rhythms (one carrier in every second row), so rows are
 * picked by it rather than at even steps.
 */
export function scattered(row: number): number {
  let mixed = Math.imul(row ^ (row >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
