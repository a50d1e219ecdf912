import { bestConjunction, type RoundResult } from './best-conjunction.ts'
import { candidateOf, textOf, weightInside, type Candidate } from './candidate.ts'
import { isMixed } from './mixture.ts'
import type { Problem } from './problem.ts'
import { without, type Remaining } from './remaining.ts'
import { sharpen } from './sharpen.ts'

/** An explanation and what was left when it was found. */
export interface Finding {
  readonly candidate: Candidate
  readonly seen: readonly Candidate[]
  readonly before: Remaining
}

export interface Outcome {
  readonly findings: readonly Finding[]
  /** What nothing explains. */
  readonly rest: Remaining
  /** What was looked at last and not proven. */
  readonly unproven: readonly Candidate[]
}

export interface Ban {
  readonly texts: ReadonlySet<string>
  /** In the first round, others of the very same counts are banned too: they would be the same rows by another name. */
  readonly first: Candidate | null
}

export const NO_BAN: Ban = { texts: new Set(), first: null }

/** The best description, then the best of what it leaves over, until nothing more is proven or `most` are found. */
export function* findGreedily(
  problem: Problem,
  earlier: readonly Finding[],
  start: Remaining,
  ban: Ban,
  most: number,
): Generator<readonly Finding[] | null, Outcome> {
  const findings = [...earlier]
  let remaining = start
  let twin = ban.first
  for (;;) {
    const round: RoundResult = yield* bestConjunction(problem, remaining, { texts: ban.texts, twin }, 0)
    if (round.best === null || findings.length >= most)
      return { findings, rest: remaining, unproven: round.seen }
    twin = null
    const candidate = sharpen(problem, remaining, round.best)
    findings.push({ candidate, seen: round.seen, before: remaining })
    yield findings
    remaining = without(problem, remaining, candidate.conjunction)
  }
}

/** Causes that share a value can be outdone by that value alone: each finding is banned once, to see what else fits. */
export function* findBest(problem: Problem, start: Remaining): Generator<readonly Finding[] | null, Outcome> {
  let outcome = yield* findGreedily(problem, [], start, NO_BAN, MOST_FINDINGS)
  let texts: ReadonlySet<string> = new Set()
  for (let place = 0; place < outcome.findings.length && texts.size < MOST_BANS; place++) {
    const finding = outcome.findings[place]
    if (finding === undefined) break
    if (!isMixed(problem, finding.before, finding.candidate.conjunction)) continue
    const tried = new Set([...texts, textOf(problem, finding.candidate.conjunction)])
    const ban = { texts: tried, first: finding.candidate }
    const other: Outcome = yield* quietly(
      findGreedily(problem, outcome.findings.slice(0, place), finding.before, ban, MOST_FINDINGS),
    )
    if (scoreOf(other) <= scoreOf(outcome) + LEAST_IMPROVEMENT) continue
    outcome = other
    texts = tried
    yield outcome.findings
    place--
  }
  return yield* dropEmpty(problem, start, outcome)
}

const MOST_FINDINGS = 40
const MOST_BANS = 12
const LEAST_IMPROVEMENT = 1e-6

function scoreOf(outcome: Outcome): number {
  return outcome.findings.reduce((sum, { candidate }) => sum + candidate.score, 0)
}

export function* quietly<Result>(search: Generator<unknown, Result>): Generator<null, Result> {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
    yield null
  }
}

function isPart(part: Finding, whole: Finding): boolean {
  return part.candidate.conjunction.every((one) =>
    whole.candidate.conjunction.some(
      ({ dimension, code }) => dimension === one.dimension && code === one.code,
    ),
  )
}

/** A finding that explains nothing once all the others are taken away was but a mixture of them. */
function* dropEmpty(problem: Problem, start: Remaining, outcome: Outcome): Generator<null, Outcome> {
  if (outcome.findings.length < 2) return outcome
  const kept = [...outcome.findings]
  for (let place = 0; place < kept.length; place++) {
    const finding = kept[place]
    if (finding === undefined || kept.length < 2) break
    let remaining = start
    for (const other of kept) {
      // A finding is judged among the rest of its parent: were the parent's rows taken away, it would go with them.
      if (other !== finding && !isPart(other, finding))
        remaining = without(problem, remaining, other.candidate.conjunction)
    }
    const { conjunction } = finding.candidate
    const failed = weightInside(problem, remaining, conjunction, problem.failed)
    const total = weightInside(problem, remaining, conjunction, problem.total)
    yield null
    if (candidateOf(problem, remaining, conjunction, failed, total).score > 0) continue
    kept.splice(place--, 1)
  }
  if (kept.length === outcome.findings.length) return outcome
  return { ...outcome, findings: kept }
}
