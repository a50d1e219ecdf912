import type { AnalysisQuestion } from '../../../shared/records/analysis-question.ts'

/**
 * Whether the records are all there were: rows that count do, and what a person says is all. Not after working records
 * were picked to match.
 */
export function totalsKnown({ definition, allRecords, matchOn }: AnalysisQuestion): boolean {
  const counts = definition.failedCountColumn !== null && definition.totalCountColumn !== null
  return (counts || allRecords) && matchOn.length === 0
}
