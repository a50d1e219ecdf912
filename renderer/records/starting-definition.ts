import type { FailingSuggestion } from '../../shared/contract/records.ts'
import type { FailingDefinition } from '../../shared/records/analysis-question.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { countColumns } from './definition.ts'

/** What is asked before anybody has said anything: the columns that count, and the likeliest meaning of failing. */
export function startingDefinition(
  definition: FailingDefinition,
  columns: readonly RecordSetColumn[],
  suggestions: readonly FailingSuggestion[],
): FailingDefinition {
  const counts = countColumns(columns)
  const counted = { ...definition, ...counts }
  if (counts.failedCountColumn !== null) return counted
  const [likeliest] = suggestions
  if (likeliest === undefined) return counted
  const { weightColumn } = likeliest.definition
  return {
    ...likeliest.definition,
    where: definition.where,
    weightColumn: weightColumn ?? counts.weightColumn,
  }
}
