import type { Description, Truth } from './labelled-case.ts'

/** What descriptions are worth against the truth of one case. */
export interface CaseScore {
  /** Required causes that were named, by their own or an equivalent description. */
  readonly named: number
  readonly missed: number
  /** Descriptions that are no cause, decoys among them. */
  readonly wrong: number
  readonly decoys: number
  /** Whether the first description names a required cause; null where there is none to name. */
  readonly firstIsRight: boolean | null
}

/**
 * Exact: a description is right when it is a cause or one of its equivalents, and each cause counts once. Causes that
 * cannot be proven and values that are chronically worse are neither right nor wrong.
 */
export function scoreExplanations(truth: Truth, descriptions: readonly Description[]): CaseScore {
  const required = truth.causes.filter((cause) => cause.required).map(keysOf)
  const neutral = new Set([
    ...truth.causes.filter((cause) => !cause.required).flatMap((cause) => [...keysOf(cause)]),
    ...truth.chronic.map(keyOf),
  ])
  const decoys = new Set(truth.decoys.map(keyOf))
  const named = new Set<number>()
  const wrong = new Set<string>()
  for (const key of descriptions.map(keyOf)) {
    const place = required.findIndex((keys) => keys.has(key))
    if (place >= 0) named.add(place)
    else if (!neutral.has(key)) wrong.add(key)
  }
  const first = descriptions[0] && keyOf(descriptions[0])
  return {
    named: named.size,
    missed: required.length - named.size,
    wrong: wrong.size,
    decoys: [...wrong].filter((key) => decoys.has(key)).length,
    firstIsRight:
      required.length === 0 ? null : first !== undefined && required.some((keys) => keys.has(first)),
  }
}

/** Many cases together. F1 is that of all descriptions of all cases. */
export interface Score {
  readonly cases: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** Share of cases, of those with a cause to name, whose first description names one. */
  readonly firstRight: number
  readonly wrong: number
  readonly decoys: number
}

export function sumScores(scores: readonly CaseScore[]): Score {
  const named = sum(scores, (score) => score.named)
  const wrong = sum(scores, (score) => score.wrong)
  const missed = sum(scores, (score) => score.missed)
  const withCause = scores.filter((score) => score.firstIsRight !== null)
  const precision = named + wrong === 0 ? 1 : named / (named + wrong)
  const recall = named + missed === 0 ? 1 : named / (named + missed)
  return {
    cases: scores.length,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    precision,
    recall,
    firstRight:
      withCause.length === 0 ? 1 : withCause.filter((score) => score.firstIsRight).length / withCause.length,
    wrong,
    decoys: sum(scores, (score) => score.decoys),
  }
}

function sum(scores: readonly CaseScore[], of: (score: CaseScore) => number): number {
  return scores.reduce((total, score) => total + of(score), 0)
}

function keysOf(cause: Truth['causes'][number]): Set<string> {
  return new Set([cause.description, ...cause.equivalents].map(keyOf))
}

function keyOf(description: Description): string {
  return JSON.stringify(
    Object.keys(description)
      .sort()
      .map((name) => [name, description[name]]),
  )
}
