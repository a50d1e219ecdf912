import { compareText } from './cells.ts'
import { conjunctionCost } from './description-cost.ts'
import { evidenceOf, gainOf } from './likelihood.ts'
import { literalSet, type CellConjunction, type Problem } from './problem.ts'
import { countBits, type Bitset } from './bitset.ts'
import type { Remaining } from './remaining.ts'

/** A description with what speaks for it on what is left. */
export interface Candidate {
  readonly conjunction: CellConjunction
  /** As they count once scatter is known. */
  readonly failed: number
  readonly total: number
  readonly gain: number
  readonly cost: number
  /** Evidence less cost; above 0 it is proven. */
  readonly score: number
}

export function candidateOf(
  problem: Problem,
  remaining: Remaining,
  conjunction: CellConjunction,
  failed: number,
  total: number,
): Candidate {
  const gain = gainOf(failed, total, remaining.failed, remaining.total)
  const cost = costOf(problem, conjunction)
  return { conjunction, failed, total, gain, cost, score: evidenceOf(gain) - cost }
}

function costOf(problem: Problem, conjunction: CellConjunction): number {
  const costs = conjunction.map(({ dimension, code }) => problem.literalCosts[dimension]?.[code] ?? 0)
  return conjunctionCost(costs, problem.alpha)
}

/**
 * Whether the failing share inside is so much above that outside that it can matter to anyone, and its odds as much above
 * those of all that is left: where half of the records are better than usual, the other half is no cause.
 */
export function isStrong(problem: Problem, remaining: Remaining, failed: number, total: number): boolean {
  const otherFailed = remaining.failed - failed
  const otherTotal = remaining.total - total
  if (otherTotal <= 0 || failed * otherTotal < problem.leastRatio * otherFailed * total) return false
  const allWorking = remaining.total - remaining.failed
  return failed * allWorking >= problem.leastRatio * remaining.failed * (total - failed)
}

/** Whether enough failing records, as they were counted, are covered. */
export function coversEnough(problem: Problem, remaining: Remaining, conjunction: CellConjunction): boolean {
  return (
    weightInside(problem, remaining, conjunction, problem.cells.failed) >=
    problem.leastCover * (1 - TOLERANCE)
  )
}

/** Sums of the same numbers in another order differ by less. */
const TOLERANCE = 1e-9

/**
 * Below 0 where `a` is the better one. Equal scores (rows that are the same) go to the shorter description, then by
 * name, so that no order of rows or columns decides.
 */
export function compareCandidates(problem: Problem, a: Candidate, b: Candidate): number {
  const difference = b.score - a.score
  if (Math.abs(difference) > TOLERANCE * (1 + Math.abs(a.score) + Math.abs(a.cost))) return difference
  return (
    a.conjunction.length - b.conjunction.length ||
    compareText(textOf(problem, a.conjunction), textOf(problem, b.conjunction))
  )
}

export function textOf(problem: Problem, conjunction: CellConjunction): string {
  const parts = conjunction.map(({ dimension, code }) => {
    const held = problem.cells.dimensions[dimension]
    return JSON.stringify([held?.name, held?.values[code]])
  })
  return parts.join()
}

/** Sum of `weights` over the cells that are left and that the description covers. */
export function weightInside(
  problem: Problem,
  remaining: Remaining,
  conjunction: CellConjunction,
  weights: Float64Array,
): number {
  const { alive } = remaining
  const [first = alive, second = first, third = second, ...further] = conjunction.map((literal) =>
    literalSet(problem, literal),
  )
  if (problem.isSingle && weights === problem.total && further.length === 0)
    return countOf(alive, first, second, third)
  let weight = 0
  for (let place = 0; place < alive.length; place++) {
    let word = (alive[place] ?? 0) & (first[place] ?? 0) & (second[place] ?? 0) & (third[place] ?? 0)
    for (const set of further) word &= set[place] ?? 0
    while (word !== 0) {
      weight += weights[(place << 5) + 31 - Math.clz32(word & -word)] ?? 0
      word &= word - 1
    }
  }
  return weight
}

/** Counts bits of four sets at once, without a call for each word. */
function countOf(a: Bitset, b: Bitset, c: Bitset, d: Bitset): number {
  let count = 0
  for (let place = 0; place < a.length; place++) {
    const word = (a[place] ?? 0) & (b[place] ?? 0) & (c[place] ?? 0) & (d[place] ?? 0)
    if (word !== 0) count += countBits(word)
  }
  return count
}
