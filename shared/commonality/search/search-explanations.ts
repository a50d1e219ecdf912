import type { CaseTable } from '../case-table.ts'
import type { Explanation, Search, SearchAnswer, SearchOptions } from '../search-result.ts'
import type { Candidate } from './candidate.ts'
import { cellsOf, type Cells } from './cells.ts'
import { equivalentsOf } from './equivalents.ts'
import { findBest, findGreedily, NO_BAN, quietly, type Finding, type Outcome } from './greedy-search.ts'
import { leadsOf } from './leads.ts'
import { problemOf, sum, type CellConjunction, type Problem } from './problem.ts'
import { everything, type Remaining } from './remaining.ts'
import { runnersUpOf } from './runners-up.ts'
import { estimateScatter, weightUnderScatter } from './scatter.ts'
import { conjunctionIn, tallyOf, unexplainedWeight } from './tallies.ts'

export const DEFAULT_SEARCH_OPTIONS: SearchOptions = {
  maxOrder: 3,
  alpha: 0.01,
  leastRatio: 1.5,
  runnersUp: 3,
}

/**
 * What the failing records share, as short descriptions that together explain most: the best one is found, what it
 * explains is set aside, and so on until nothing is left that the sample could prove. Needs no library and no clock;
 * the same table gives the same answer, whatever the order of its rows.
 */
export function* searchExplanations(table: CaseTable, options: Partial<SearchOptions> = {}): Search {
  const settings = { ...DEFAULT_SEARCH_OPTIONS, ...options }
  const cells = cellsOf(table)
  yield null
  const failed = sum(cells.failed)
  const hasBothSides = failed > 0 && failed < sum(cells.total)
  if (!hasBothSides || cells.dimensions.length === 0) return nothing(failed)
  const scatter = yield* scatterOf(cells, settings)
  const problem = problemUnder(cells, settings, scatter)
  const start = everything(problem)
  const dispersion = sum(cells.total) / start.total
  const search = findBest(problem, start)
  for (;;) {
    const step = search.next()
    if (step.done === true) {
      const { findings, rest, unproven } = step.value
      const proven = []
      for (const finding of findings) {
        proven.push(explain(problem, start, finding, settings, 'proven'))
        yield null
      }
      const leads = leadsOf(problem, rest, unproven).map((candidate) =>
        explain(problem, start, { candidate, before: rest, seen: [] }, settings, 'lead'),
      )
      return answerOf(problem, start, findings, [...proven, ...leads], dispersion, true)
    }
    if (step.value === null) yield null
    else {
      const explanations = step.value.map((finding) => plainly(problem, start, finding, 'proven'))
      yield answerOf(problem, start, step.value, explanations, dispersion, false)
    }
  }
}

function nothing(failed: number): SearchAnswer {
  return { explanations: [], unexplained: failed, dispersion: 1, done: true }
}

function answerOf(
  problem: Problem,
  start: Remaining,
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  dispersion: number,
  done: boolean,
): SearchAnswer {
  const conjunctions = findings.map(({ candidate }) => candidate.conjunction)
  return { explanations, unexplained: unexplainedWeight(problem, start, conjunctions), dispersion, done }
}

/** Explanations set aside to measure scatter: a few, or the scatter itself would be explained away. */
const SET_ASIDE = 5
const STEPS = 3
const SETTLED = 0.1

/**
 * Scatter shows only where causes are out of the way, and what is a cause only where scatter is known: so in turns,
 * until it hardly changes.
 */
function* scatterOf(cells: Cells, settings: SearchOptions): Generator<null, number> {
  if (cells.total.every((total) => total <= 1)) return 0
  let scatter = 0
  for (let step = 0; step <= STEPS; step++) {
    const problem = problemUnder(cells, settings, scatter)
    const found: Outcome = yield* quietly(findGreedily(problem, [], everything(problem), NO_BAN, SET_ASIDE))
    const next = estimateScatter(cells, found.rest)
    const settled = Math.abs(next - scatter) <= SETTLED * scatter
    scatter = next
    if (settled || scatter === 0) break
  }
  return scatter
}

function problemUnder(cells: Cells, settings: SearchOptions, scatter: number): Problem {
  if (scatter === 0) return problemOf(cells, cells, settings)
  const failed = cells.failed.map(
    (weight, cell) => weight * weightUnderScatter(cells.total[cell] ?? 0, scatter),
  )
  const total = cells.total.map((weight) => weight * weightUnderScatter(weight, scatter))
  return problemOf(cells, { failed, total }, settings)
}

function plainly(
  problem: Problem,
  start: Remaining,
  finding: Finding,
  verdict: Explanation['verdict'],
): Explanation {
  const { candidate, before } = finding
  const { conjunction, gain, cost } = candidate
  return {
    conjunction: conjunctionIn(problem, conjunction),
    tally: tallyOf(problem, start, conjunction),
    remaining: tallyOf(problem, before, conjunction),
    gain,
    cost,
    verdict,
    equivalents: [],
    runnersUp: [],
  }
}

function explain(
  problem: Problem,
  start: Remaining,
  finding: Finding,
  settings: SearchOptions,
  verdict: Explanation['verdict'],
): Explanation {
  const { candidate, before, seen } = finding
  const equivalents = equivalentsOf(problem, start, candidate.conjunction, settings.maxOrder)
  const inTable = (conjunction: CellConjunction) => conjunctionIn(problem, conjunction)
  return {
    ...plainly(problem, start, finding, verdict),
    equivalents: equivalents.map(({ conjunction, overlap }) => ({
      conjunction: inTable(conjunction),
      overlap,
    })),
    runnersUp: runnersUpOf(problem, before, candidate, seen, settings.runnersUp).map((other: Candidate) => ({
      conjunction: inTable(other.conjunction),
      tally: tallyOf(problem, start, other.conjunction),
      behind: candidate.score - other.score,
    })),
  }
}
