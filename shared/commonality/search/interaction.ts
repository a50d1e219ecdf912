import { weightInside } from './candidate.ts'
import type { CellConjunction, Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

/** Records with the failing share of all others, added to the rest of a parent: of a handful nobody can tell. */
const PRIOR_RECORDS = 2

/**
 * Whether a description of several values is more than the sum of its parts. It must fail `leastRatio` times as often as
 * the rest of each parent (what is left of the parent without it), or the parent is the cause; and as often as its parts
 * would make it fail together, each by its own rest, or two everyday differences that meet would be taken for a cause.
 */
export function isMoreThanItsParts(
  problem: Problem,
  remaining: Remaining,
  conjunction: CellConjunction,
  failed: number,
  total: number,
): boolean {
  const outside = (remaining.failed - failed) / (remaining.total - total)
  const least = failed / (total * problem.leastRatio)
  let together = outside
  for (const literal of conjunction) {
    const parent = conjunction.filter((other) => other !== literal)
    const restFailed = weightInside(problem, remaining, parent, problem.failed) - failed
    const restTotal = weightInside(problem, remaining, parent, problem.total) - total
    const rest = (restFailed + PRIOR_RECORDS * outside) / (restTotal + PRIOR_RECORDS)
    if (least < rest) return false
    together *= outside > 0 ? rest / outside : 1
  }
  return least >= Math.min(1, together)
}
