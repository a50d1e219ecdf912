import type { CaseTable } from '../case-table.ts'
import { packDimensions, type DimensionPack, type PackMember } from './pack-dimensions.ts'

/** Records by value of two dimensions, at `code of first × width + code of second`; blanks are counted like values. */
export interface PairCounts {
  /** Places in the table's dimensions. */
  readonly first: number
  readonly second: number
  /** Values of the second. */
  readonly width: number
  readonly failed: Float64Array
  readonly total: Float64Array
}

/**
 * Counts of every two dimensions, one pair after the other. Narrow dimensions are read several at a time, and what fails
 * is counted on failing rows alone. A dimension of more than 65,536 values is left out.
 */
export function* countPairs(table: CaseTable): Generator<PairCounts> {
  const all = cellCounter(table)
  const failing = cellCounter(failingPart(table))
  for (let one = 0; one < all.packs.length; one += 1) {
    const { members = [] } = all.packs[one] ?? {}
    if (members.length > 1) {
      const failed = failing.countPack(one)
      const total = all.countPack(one)
      for (const [place, first] of members.entries())
        for (const second of members.slice(place + 1))
          yield {
            ...namesOf(first, second),
            failed: sumWithin(failed, first, second),
            total: sumWithin(total, first, second),
          }
    }
    for (let other = one + 1; other < all.packs.length; other += 1) {
      const failed = failing.countBoth(one, other)
      const total = all.countBoth(one, other)
      for (const first of members)
        for (const second of all.packs[other]?.members ?? [])
          yield {
            ...namesOf(first, second),
            failed: sumBetween(failed, first, second),
            total: sumBetween(total, first, second),
          }
    }
  }
}

function namesOf(first: PackMember, second: PackMember) {
  return { first: first.place, second: second.place, width: second.size }
}

/** Failing rows as a table of their own; the weight of a row is what of it fails. */
function failingPart(table: CaseTable): CaseTable {
  const rows: number[] = []
  for (let row = 0; row < table.rows; row += 1) if ((table.failed[row] ?? 0) > 0) rows.push(row)
  const failed = Float64Array.from(rows, (row) => table.failed[row] ?? 0)
  const dimensions = table.dimensions.map((dimension) => ({
    ...dimension,
    codes: Uint32Array.from(rows, (row) => dimension.codes[row] ?? 0),
  }))
  return { rows: rows.length, dimensions, failed, total: failed }
}

type Cells = Uint32Array | Float64Array

interface CellCounter {
  readonly packs: readonly DimensionPack[]
  /** By code of one pack. What is given is overwritten by the next count. */
  countPack(place: number): Cells
  /** By code of two packs. */
  countBoth(one: number, other: number): Cells
}

/** One piece of memory serves all counts: fresh pages for each would cost more than the counting. */
function cellCounter(table: CaseTable): CellCounter {
  const packs = packDimensions(table)
  const [widest = 1, second = 1] = packs.map(({ size }) => size).sort((a, b) => b - a)
  // Counters of four bytes where they will do: twice as many stay where the processor finds them fast.
  const ones = isCountedOnce(table) ? new Uint32Array(widest * second) : null
  const sums = ones === null ? new Float64Array(widest * second) : null
  const nothing = new Uint16Array(table.rows)

  function count(one: Uint16Array, other: Uint16Array, width: number, height: number): Cells {
    if (ones !== null) return addOnes(one, other, width, ones.subarray(0, width * height).fill(0))
    const cells = sums ?? new Float64Array(width * height)
    return addWeights(one, other, width, table.total, cells.subarray(0, width * height).fill(0))
  }
  return {
    packs,
    countPack(place) {
      const { codes = nothing, size = 1 } = packs[place] ?? {}
      return count(codes, nothing, 1, size)
    },
    countBoth(one, other) {
      const { codes: first = nothing, size: height = 1 } = packs[one] ?? {}
      const { codes: last = nothing, size: width = 1 } = packs[other] ?? {}
      return count(first, last, width, height)
    },
  }
}

function isCountedOnce({ total }: CaseTable): boolean {
  for (const weight of total) if (weight !== 1) return false
  return true
}

function addOnes(one: Uint16Array, other: Uint16Array, width: number, cells: Uint32Array): Uint32Array {
  for (let row = 0; row < one.length; row += 1) {
    const cell = (one[row] ?? 0) * width + (other[row] ?? 0)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  return cells
}

function addWeights(
  one: Uint16Array,
  other: Uint16Array,
  width: number,
  weights: Float64Array,
  cells: Float64Array,
): Float64Array {
  for (let row = 0; row < one.length; row += 1) {
    const cell = (one[row] ?? 0) * width + (other[row] ?? 0)
    cells[cell] = (cells[cell] ?? 0) + (weights[row] ?? 0)
  }
  return cells
}

/** Of cells by code of one pack, the sums by value of two of its members. */
function sumWithin(cells: Cells, first: PackMember, second: PackMember): Float64Array {
  const sums = new Float64Array(first.size * second.size)
  for (let code = 0; code < cells.length; code += 1) {
    const at = (first.codeOf[code] ?? 0) * second.size + (second.codeOf[code] ?? 0)
    sums[at] = (sums[at] ?? 0) + (cells[code] ?? 0)
  }
  return sums
}

/** Of cells by code of two packs, the sums by value of one member of each. */
function sumBetween(cells: Cells, first: PackMember, second: PackMember): Float64Array {
  if (first.size * second.size === cells.length) return new Float64Array(cells)
  const sums = new Float64Array(first.size * second.size)
  const width = second.codeOf.length
  for (let code = 0; code < first.codeOf.length; code += 1) {
    const row = (first.codeOf[code] ?? 0) * second.size
    for (let other = 0; other < width; other += 1) {
      const at = row + (second.codeOf[other] ?? 0)
      sums[at] = (sums[at] ?? 0) + (cells[code * width + other] ?? 0)
    }
  }
  return sums
}
