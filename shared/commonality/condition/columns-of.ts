import { comparisonsOf, type Condition } from './condition.ts'
import { createColumnFinder, type ConditionColumn } from './find-column.ts'

/** Names of the columns that a condition looks at, each once, as the columns have them; what names none is left out. */
export function columnsOf(condition: Condition, columns: readonly ConditionColumn[]): string[] {
  const findColumn = createColumnFinder(columns)
  const names = comparisonsOf(condition).flatMap(({ column }) => {
    const found = findColumn(column)
    return 'problem' in found ? [] : [found.name]
  })
  return [...new Set(names)]
}
