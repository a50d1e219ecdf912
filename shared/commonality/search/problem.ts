import type { Cells, CellDimension } from './cells.ts'
import { literalCost } from './description-cost.ts'
import { createBitset, forEachBit, setBit, type Bitset } from './bitset.ts'

/** A value of a dimension; `dimension` is the place among the cells' dimensions. */
export interface CellLiteral {
  readonly dimension: number
  readonly code: number
}

/** In order of dimension. */
export type CellConjunction = readonly CellLiteral[]

/** What is asked of every round of a search: the cells, how much each says, and what each value costs to name. */
export interface Problem {
  readonly cells: Cells
  /** What each cell says once scatter is known: the same as what it holds where there is none. */
  readonly failed: Float64Array
  readonly total: Float64Array
  /** Every cell holds one record: sets can be counted without adding weights up. */
  readonly isSingle: boolean
  /** By dimension and code. */
  readonly literalCosts: readonly Float64Array[]
  readonly maxOrder: number
  readonly alpha: number
  readonly leastRatio: number
  /** Least failing records of a cause. */
  readonly leastCover: number
  /** Cells with a value, made when first asked for. */
  readonly literalSets: Map<number, Bitset>
}

export interface ProblemOptions {
  readonly maxOrder: number
  readonly alpha: number
  readonly leastRatio: number
}

/** A cause covers at least three failing records, and at least this share of all that fail. */
const LEAST_COVER_SHARE = 0.01
const LEAST_COVER = 3

export function problemOf(
  cells: Cells,
  weights: { readonly failed: Float64Array; readonly total: Float64Array },
  options: ProblemOptions,
): Problem {
  const allTotal = sum(weights.total)
  return {
    cells,
    ...weights,
    ...options,
    isSingle: weights.total.every((total) => total === 1),
    leastCover: Math.max(LEAST_COVER, LEAST_COVER_SHARE * sum(cells.failed)),
    literalCosts: cells.dimensions.map((dimension) =>
      costsOf(dimension, weights.total, allTotal, cells.dimensions.length),
    ),
    literalSets: new Map(),
  }
}

function costsOf(
  dimension: CellDimension,
  total: Float64Array,
  all: number,
  dimensions: number,
): Float64Array {
  const { codes, values, cardinality } = dimension
  const costs = new Float64Array(values.length)
  for (let cell = 0; cell < total.length; cell++) {
    const code = codes[cell] ?? 0
    costs[code] = (costs[code] ?? 0) + (total[cell] ?? 0)
  }
  return costs.map((weight) => literalCost(dimensions, weight / all, cardinality))
}

/** Bits kept for values at once; what is beyond is made anew when asked for again. */
const LITERAL_SET_BYTES = 128 * 1024 * 1024

export function literalSet(problem: Problem, { dimension, code }: CellLiteral): Bitset {
  const { cells, literalSets } = problem
  const key = dimension * 0x1_0000_0000 + code
  const held = literalSets.get(key)
  if (held !== undefined) return held
  const set = createBitset(cells.count)
  const codes = cells.dimensions[dimension]?.codes ?? []
  for (let cell = 0; cell < cells.count; cell++) {
    if (codes[cell] === code) setBit(set, cell)
  }
  if ((literalSets.size + 1) * set.byteLength > LITERAL_SET_BYTES) literalSets.clear()
  literalSets.set(key, set)
  return set
}

export function columnOf(problem: Problem, { dimension }: CellLiteral): number {
  return problem.cells.dimensions[dimension]?.column ?? -1
}

export interface ValueCounts {
  readonly failed: Float64Array
  readonly total: Float64Array
}

/** Counts of a set of cells by value of a dimension. */
export function countValues(problem: Problem, within: Bitset, dimension: number): ValueCounts {
  const { codes, values } = problem.cells.dimensions[dimension] ?? NO_DIMENSION
  const failed = new Float64Array(values.length)
  const total = new Float64Array(values.length)
  forEachBit(within, (cell) => {
    const code = codes[cell] ?? 0
    failed[code] = (failed[code] ?? 0) + (problem.failed[cell] ?? 0)
    total[code] = (total[code] ?? 0) + (problem.total[cell] ?? 0)
  })
  return { failed, total }
}

const NO_DIMENSION = { codes: new Uint8Array(), values: [] }

export function sum(numbers: Float64Array): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
