import {
  candidateOf,
  compareCandidates,
  coversEnough,
  isStrong,
  textOf,
  weightInside,
  type Candidate,
} from './candidate.ts'
import { createEverydayVariation } from './everyday-variation.ts'
import { isMoreThanItsParts } from './interaction.ts'
import { evidenceOf, gainOf } from './likelihood.ts'
import type { CellConjunction, Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

/** Descriptions that are passed over, by text, and those with the very counts of `twin`. */
export interface Banned {
  readonly texts: ReadonlySet<string>
  readonly twin: Candidate | null
}

/** The best so far, and what something must have to be better. */
export interface Incumbent {
  readonly best: Candidate | null
  /** What was looked at closely, the best first; not all there is. */
  readonly seen: readonly Candidate[]
  /** Cells counted so far, to know when to pause. */
  spent: number
  /** The most a description of that cost, or any part of what it covers, could score: were all it covers failing. */
  boundOf(failed: number, cost: number): number
  isPromising(bound: number): boolean
  /** What it scores at the most with at least that much in all. */
  scoreOf(failed: number, total: number, cost: number): number
  /** Failing weight below which nothing of that cost or more can be better. */
  leastFailed(cost: number): number
  /** Looks closely at a description of which all counts are known. */
  consider(conjunction: CellConjunction, failed: number, total: number): void
  /** The same where working records must still be counted, bit by bit. */
  considerCounting(conjunction: CellConjunction, failed: number): void
}

/** Descriptions that were looked at closely and are kept to tell of. */
const KEPT = 48
/** Steps in which costs are rounded down to remember a limit for them. */
const COST_STEPS = 4

export function createIncumbent(
  problem: Problem,
  remaining: Remaining,
  banned: Banned,
  bar: number,
): Incumbent {
  let best: Candidate | null = null
  let needed = bar
  let kept: Candidate[] = []
  const limits = new Map<number, number>()
  const everyday = createEverydayVariation(remaining)

  function boundOf(failed: number, cost: number): number {
    return evidenceOf(gainOf(failed, failed, remaining.failed, remaining.total)) - cost
  }

  function limitOf(cost: number): number {
    if (boundOf(remaining.failed, cost) <= needed) return Infinity
    let low = 0
    let high = remaining.failed
    while (high - low > 1e-3 * high) {
      const middle = (low + high) / 2
      if (boundOf(middle, cost) > needed) high = middle
      else low = middle
    }
    return low
  }

  function consider(conjunction: CellConjunction, failed: number, total: number): void {
    if (!isStrong(problem, remaining, failed, total)) return
    const candidate = candidateOf(problem, remaining, conjunction, failed, total)
    if (candidate.gain <= 0) return
    kept.push(candidate)
    if (kept.length >= 4 * KEPT) kept = bestOf(problem, kept)
    if (candidate.score <= bar || (best !== null && compareCandidates(problem, candidate, best) >= 0)) return
    if (isBanned(problem, banned, candidate) || !coversEnough(problem, remaining, conjunction)) return
    if (!everyday.isExceededBy(conjunction, failed, total)) return
    if (conjunction.length > 1 && !isMoreThanItsParts(problem, remaining, conjunction, failed, total)) return
    best = candidate
    // Those that are equal but for rounding must still be looked at: their names decide.
    needed = Math.max(bar, best.score - 1e-9 * (1 + Math.abs(best.score)))
    limits.clear()
  }

  return {
    get best() {
      return best
    },
    get seen() {
      return bestOf(problem, kept)
    },
    spent: 0,
    boundOf,
    scoreOf: (failed, total, cost) =>
      evidenceOf(gainOf(failed, total, remaining.failed, remaining.total)) - cost,
    isPromising: (bound) => bound > needed,
    leastFailed(cost) {
      const step = Math.floor(cost * COST_STEPS)
      const held = limits.get(step)
      if (held !== undefined) return held
      const limit = limitOf(step / COST_STEPS)
      limits.set(step, limit)
      return limit
    },
    consider,
    considerCounting(conjunction, failed) {
      this.spent += 2 * remaining.alive.length
      consider(conjunction, failed, weightInside(problem, remaining, conjunction, problem.total))
    },
  }
}

function bestOf(problem: Problem, candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => compareCandidates(problem, a, b)).slice(0, KEPT)
}

function isBanned(
  problem: Problem,
  { texts, twin }: Banned,
  { conjunction, failed, total }: Candidate,
): boolean {
  if (twin !== null && Math.abs(twin.failed - failed) < 1e-9 && Math.abs(twin.total - total) < 1e-9)
    return true
  return texts.size > 0 && texts.has(textOf(problem, conjunction))
}
