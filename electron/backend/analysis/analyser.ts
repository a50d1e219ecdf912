import type { AnalysisResult, SidesSummary } from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'
import type { Tally } from '../../../shared/commonality/search-result.ts'

/** Why a question cannot be answered: a field of it and one sentence. */
export class AnalysisProblem extends Error {
  readonly place: string

  constructor(place: string, reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'AnalysisProblem'
    this.place = place
  }
}

/** What a running analysis tells. The last answer has `done`. */
export type AnalysisStep =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: AnalysisResult }

/** What failed of a description and of all other records. */
export interface SignatureTally {
  readonly inside: Tally
  readonly others: Tally
}

/** Answers questions to record sets, away from the thread that serves. */
export interface Analyser {
  /** Stop reading, or abort, to cancel. Throws AnalysisProblem. */
  run(question: AnalysisQuestion, signal?: AbortSignal): AsyncGenerator<AnalysisStep>
  /** Counts a description without any search. Throws AnalysisProblem. */
  tally(
    recordSetId: string,
    definition: FailingDefinition,
    parts: readonly ConjunctionPart[],
  ): Promise<SignatureTally>
  /** Both sides of a definition. Throws AnalysisProblem. */
  sides(recordSetId: string, definition: FailingDefinition): Promise<SidesSummary>
}
