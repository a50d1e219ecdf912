import type { AnalysisQuestion, FailingDefinition } from '../../shared/records/analysis-question.ts'
import type { RecordSet, RecordSetColumn } from '../../shared/records/record-set.ts'

type ColumnRole = NonNullable<RecordSetColumn['role']>

/** Whether nobody has said yet what failing means. */
export function isUndefined({ failed, failedCountColumn }: FailingDefinition): boolean {
  return failed === null && failedCountColumn === null
}

/** The columns that count, as far as their roles tell. */
export function countColumns(
  columns: readonly RecordSetColumn[],
): Pick<FailingDefinition, 'weightColumn' | 'failedCountColumn' | 'totalCountColumn'> {
  const failedCountColumn = columnWith(columns, 'failed-count')
  const totalCountColumn = columnWith(columns, 'total-count')
  const isCounted = failedCountColumn !== null && totalCountColumn !== null
  return {
    weightColumn: isCounted ? null : columnWith(columns, 'weight'),
    failedCountColumn: isCounted ? failedCountColumn : null,
    totalCountColumn: isCounted ? totalCountColumn : null,
  }
}

function columnWith(columns: readonly RecordSetColumn[], role: ColumnRole): string | null {
  return columns.find((column) => column.role === role)?.name ?? null
}

/** The same question to another record set; null where that has not every column the question names. */
export function questionFor(
  question: AnalysisQuestion,
  recordSet: RecordSet,
  fits: (condition: string, columns: readonly RecordSetColumn[]) => boolean,
): AnalysisQuestion | null {
  const { definition, baseline } = question
  if (isUndefined(definition)) return null
  const names = new Set(recordSet.columns.map(({ name }) => name))
  const { failed, working, where, weightColumn, failedCountColumn, totalCountColumn } = definition
  const named = [weightColumn, failedCountColumn, totalCountColumn].filter((column) => column !== null)
  const conditions = [failed, working, where, baseline].filter((condition) => condition !== null)
  const isAsked =
    named.every((column) => names.has(column)) &&
    conditions.every((condition) => fits(condition, recordSet.columns))
  if (!isAsked) return null
  function held(columns: readonly string[]): string[] {
    return columns.filter((column) => names.has(column))
  }
  return {
    ...question,
    recordSetId: recordSet.id,
    ignore: held(question.ignore),
    keep: held(question.keep),
    blankAsValue: held(question.blankAsValue),
    matchOn: held(question.matchOn),
  }
}
