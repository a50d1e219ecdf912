import { EMPTY_DEFINITION } from '../../shared/commonality/condition/empty-definition.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'

/** A question to a record set before anybody has said what failing means. */
export function emptyQuestion(recordSetId: string | null): AnalysisQuestion {
  return {
    recordSetId: recordSetId ?? '',
    definition: EMPTY_DEFINITION,
    ignore: [],
    keep: [],
    blankAsValue: [],
    maxOrder: null,
    baseline: null,
    allRecords: false,
    matchOn: [],
  }
}
