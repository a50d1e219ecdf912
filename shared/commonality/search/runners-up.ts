import { candidateOf, compareCandidates, isStrong, weightInside, type Candidate } from './candidate.ts'
import type { CellConjunction, Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

/** Two descriptions that share more of their rows are the same finding in other words. */
const SAME_ROWS = 0.9

/** The next best descriptions of other rows, best first: those looked at on the way, and the shorter ones inside. */
export function runnersUpOf(
  problem: Problem,
  before: Remaining,
  winner: Candidate,
  seen: readonly Candidate[],
  most: number,
): Candidate[] {
  const others = [...seen, ...partsOf(problem, before, winner)]
  others.sort((a, b) => compareCandidates(problem, a, b))
  const chosen: Candidate[] = []
  for (const candidate of others) {
    if (chosen.length === most) break
    if (candidate.score >= winner.score + 1e-9 && candidate !== winner) continue
    if ([winner, ...chosen].every((held) => overlapOf(problem, before, held, candidate) < SAME_ROWS))
      chosen.push(candidate)
  }
  return chosen
}

function partsOf(problem: Problem, before: Remaining, winner: Candidate): Candidate[] {
  if (winner.conjunction.length < 2) return []
  const parts: Candidate[] = []
  for (const left of winner.conjunction) {
    const conjunction = winner.conjunction.filter((literal) => literal !== left)
    const failed = weightInside(problem, before, conjunction, problem.failed)
    const total = weightInside(problem, before, conjunction, problem.total)
    if (isStrong(problem, before, failed, total))
      parts.push(candidateOf(problem, before, conjunction, failed, total))
  }
  return parts
}

function overlapOf(problem: Problem, before: Remaining, a: Candidate, b: Candidate): number {
  if (clash(a.conjunction, b.conjunction)) return 0
  const union: CellConjunction = [
    ...a.conjunction,
    ...b.conjunction.filter((one) => !a.conjunction.some(({ dimension }) => dimension === one.dimension)),
  ]
  const both = weightInside(problem, before, union, problem.total)
  return both / (a.total + b.total - both)
}

function clash(a: CellConjunction, b: CellConjunction): boolean {
  return a.some((one) => b.some(({ dimension, code }) => dimension === one.dimension && code !== one.code))
}
