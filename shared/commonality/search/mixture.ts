import { forEachBit } from './bitset.ts'
import { evidenceOf, gainOf } from './likelihood.ts'
import type { CellConjunction, Problem } from './problem.ts'
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
  return cells.dimensions.some(({ codes, values }, dimension) => {
    const failedOf = new Float64Array(values.length)
    const totalOf = new Float64Array(values.length)
    forEachBit(covered, (cell) => {
      const code = codes[cell] ?? 0
      failedOf[code] = (failedOf[code] ?? 0) + (failed[cell] ?? 0)
      totalOf[code] = (totalOf[code] ?? 0) + (total[cell] ?? 0)
    })
    return values.some((_, code) => {
      const gain = gainOf(failedOf[code] ?? 0, totalOf[code] ?? 0, allFailed, allTotal)
      return code > 0 && evidenceOf(gain) > (literalCosts[dimension]?.[code] ?? 0)
    })
  })
}
