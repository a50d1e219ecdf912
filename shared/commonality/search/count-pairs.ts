import type { CaseTable } from '../case-table.ts'
import { packDimensions, type DimensionPack, type PackMember } from './pack-dimensions.ts'

/** Records by value of two dimensions; the cell of two codes is at `code of first × values of second + code of second`. */
export interface PairCounts {
  /** Places in the table's dimensions. */
  readonly first: number
  readonly second: number
  readonly failed: Float64Array
  readonly total: Float64Array
}

/**
 * Counts of every two dimensions, one pair after the other, the blank counted like a value. Narrow dimensions are read
 * several at a time, and what fails is counted on failing rows alone.
 */
export function* countPairs(table: CaseTable): Generator<PairCounts> {
  const packs = packDimensions(table)
  const failing = rowsOf(table.failed)
  const failedWeights = gather(table.failed, failing)
  const failingCodes = packs.map(({ codes }) => gather(codes, failing))
  for (const [place, one] of packs.entries()) {
    yield* pairsWithin(one, table)
    for (const [distance, other] of packs.slice(place + 1).entries()) {
      const width = other.size
      const total = countCells(one.codes, other.codes, width, one.size, table.total)
      const failed = countCells(
        failingCodes[place] ?? one.codes,
        failingCodes[place + 1 + distance] ?? other.codes,
        width,
        one.size,
        failedWeights,
      )
      yield* pairsBetween(one, other, { failed, total })
    }
  }
}

interface Cells {
  readonly failed: Float64Array
  readonly total: Float64Array
}

function countCells(
  first: Uint16Array,
  second: Uint16Array,
  width: number,
  height: number,
  weights: Float64Array,
): Float64Array {
  if (!areOnes(weights)) {
    const cells = new Float64Array(height * width)
    for (let row = 0; row < weights.length; row += 1) {
      const cell = (first[row] ?? 0) * width + (second[row] ?? 0)
      cells[cell] = (cells[cell] ?? 0) + (weights[row] ?? 0)
    }
    return cells
  }
  // Whole numbers of half the size stay in the processor's cache.
  const cells = new Uint32Array(height * width)
  for (let row = 0; row < weights.length; row += 1) {
    const cell = (first[row] ?? 0) * width + (second[row] ?? 0)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  return Float64Array.from(cells)
}
