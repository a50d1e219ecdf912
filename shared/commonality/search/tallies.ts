import { hasBit } from './bitset.ts'
import type { Conjunction } from '../case-table.ts'
import type { Tally } from '../search-result.ts'
import { weightInside } from './candidate.ts'
import { sum, type CellConjunction, type Problem } from './problem.ts'
import { coveredCells, type Remaining } from './remaining.ts'

/** As records were counted, without regard to scatter. */
export function tallyOf(problem: Problem, remaining: Remaining, conjunction: CellConjunction): Tally {
  const { failed, total } = problem.cells
  return {
    failed: weightInside(problem, remaining, conjunction, failed),
    total: weightInside(problem, remaining, conjunction, total),
  }
}

/** In the words of the case table, in the order of its dimensions. */
export function conjunctionIn(problem: Problem, conjunction: CellConjunction): Conjunction {
  const named = conjunction.map(({ dimension, code }) => ({
    dimension: problem.cells.dimensions[dimension]?.place ?? 0,
    code,
  }))
  return named.sort((a, b) => a.dimension - b.dimension)
}

/** Failing records that none of the descriptions covers. */
export function unexplainedWeight(
  problem: Problem,
  start: Remaining,
  conjunctions: readonly CellConjunction[],
): number {
  const { failed } = problem.cells
  if (conjunctions.length === 0) return sum(failed)
  const covered = conjunctions.map((conjunction) => coveredCells(problem, start.alive, conjunction))
  let weight = 0
  for (let cell = 0; cell < failed.length; cell++) {
    const isCovered = covered.some((set) => hasBit(set, cell))
    if (!isCovered) weight += failed[cell] ?? 0
  }
  return weight
}
