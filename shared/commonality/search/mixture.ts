import { forEachBit } from './bitset.ts'
import { evidenceOf, gainOf } from './likelihood.ts'
import { countValues, type CellConjunction, type Problem } from './problem.ts'
import { coveredCells, type Remaining } from './remaining.ts'

/**
 * Whether some value tells failing from working records inside a description. Of one cause all its records fail alike;
 * where they do not, the description may be what several causes have in common.
 */
export function isMixed(problem: Problem, remaining: Remaining, conjunction: CellConjunction): boolean {
  const { cells, failed, total, literalCosts } = problem
  const covered = coveredCells(problem, remaining.alive, conjunction)
  let allFailed = 0
  let allTotal = 0
  forEachBit(covered, (cell) => {
    allFailed += failed[cell] ?? 0
    allTotal += total[cell] ?? 0
  })
  return cells.dimensions.some((_, dimension) => {
    const counts = countValues(problem, covered, dimension)
    return counts.failed.some((failedInside, code) => {
      const gain = gainOf(failedInside, counts.total[code] ?? 0, allFailed, allTotal)
      return code > 0 && evidenceOf(gain) > (literalCosts[dimension]?.[code] ?? 0)
    })
  })
}
