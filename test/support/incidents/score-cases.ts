import type { SearchOptions } from '../../../shared/commonality/search-result.ts'
import { explainCase } from './explain-case.ts'
import type { LabelledCase } from './labelled-case.ts'
import { scoreExplanations, sumScores, type Score } from './score-explanations.ts'

/** Has so many cases searched, one after the other, so that no two are held at once. */
export function scoreCases(
  count: number,
  make: (index: number) => LabelledCase,
  options: (labelled: LabelledCase) => Partial<SearchOptions> = () => ({}),
): Score {
  const scores = Array.from({ length: count }, (_, index) => {
    const labelled = make(index)
    return scoreExplanations(labelled, explainCase(labelled.table, options(labelled)))
  })
  return sumScores(scores)
}

/** A line of the table of scores that a test prints once. */
export function scoreLine(name: string, score: Score): Record<string, string | number> {
  return {
    cases: name,
    number: score.cases,
    F1: score.f1.toFixed(3),
    'first right': score.firstRight.toFixed(3),
    wrong: score.wrong,
    decoys: score.decoys,
  }
}
