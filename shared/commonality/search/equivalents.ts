import { weightInside } from './candidate.ts'
import { columnOf, countValues, type CellConjunction, type CellLiteral, type Problem } from './problem.ts'
import { coveredCells, type Remaining } from './remaining.ts'

export interface CellEquivalent {
  readonly conjunction: CellConjunction
  readonly overlap: number
}

const LEAST_OVERLAP = 0.98
/** Values that all covered records carry and that are tried in combination; more would be thousands of combinations. */
const MOST_IMPLIED = 8
const MOST_EQUIVALENTS = 20

/** Other descriptions of the same rows, or nearly: none contains another, nor the description itself. */
export function equivalentsOf(
  problem: Problem,
  start: Remaining,
  conjunction: CellConjunction,
  maxOrder: number,
): CellEquivalent[] {
  const { total } = problem
  const weight = weightInside(problem, start, conjunction, total)
  const pool = [...conjunction, ...companions(problem, start, conjunction, weight)]
  const found: CellEquivalent[] = []
  for (const other of combinations(problem, pool, Math.max(maxOrder, conjunction.length))) {
    if (contains(other, conjunction)) continue
    if (found.some((earlier) => contains(other, earlier.conjunction))) continue
    const both = weightInside(problem, start, joined(other, conjunction), total)
    const overlap = both / (weight + weightInside(problem, start, other, total) - both)
    if (overlap >= LEAST_OVERLAP)
      found.push({ conjunction: other, overlap: overlap > 1 - 1e-9 ? 1 : overlap })
    if (found.length === MOST_EQUIVALENTS) break
  }
  return found.sort((a, b) => b.overlap - a.overlap || a.conjunction.length - b.conjunction.length)
}

/** Values of other dimensions that nearly all covered records carry. */
function companions(
  problem: Problem,
  start: Remaining,
  conjunction: CellConjunction,
  weight: number,
): CellLiteral[] {
  const covered = coveredCells(problem, start.alive, conjunction)
  const found: { literal: CellLiteral; all: number }[] = []
  problem.cells.dimensions.forEach((_, dimension) => {
    if (conjunction.some((literal) => literal.dimension === dimension)) return
    const inside = countValues(problem, covered, dimension).total
    for (let code = 1; code < inside.length; code++) {
      if ((inside[code] ?? 0) < LEAST_OVERLAP * weight) continue
      const all = start.totalOf[dimension]?.[code] ?? 0
      // A value that everything carries says nothing of these rows.
      if (all < start.total) found.push({ literal: { dimension, code }, all })
    }
  })
  found.sort((a, b) => a.all - b.all)
  return found.slice(0, MOST_IMPLIED).map(({ literal }) => literal)
}

/** Shortest first; a column at most once. */
function combinations(problem: Problem, pool: readonly CellLiteral[], most: number): CellConjunction[] {
  const sorted = [...pool].sort((a, b) => a.dimension - b.dimension)
  let level: CellConjunction[] = [[]]
  const all: CellConjunction[] = []
  for (let size = 1; size <= Math.min(most, 3); size++) {
    const next: CellConjunction[] = []
    for (const conjunction of level) {
      const last = conjunction.at(-1)
      for (const literal of sorted) {
        if (last !== undefined && literal.dimension <= last.dimension) continue
        const column = columnOf(problem, literal)
        if (conjunction.some((held) => columnOf(problem, held) === column)) continue
        next.push([...conjunction, literal])
      }
    }
    all.push(...next)
    level = next
  }
  return all
}

function joined(a: CellConjunction, b: CellConjunction): CellConjunction {
  return [...a, ...b.filter((literal) => !contains(a, [literal]))]
}

function contains(whole: CellConjunction, part: CellConjunction): boolean {
  return part.every((one) =>
    whole.some(({ dimension, code }) => dimension === one.dimension && code === one.code),
  )
}
