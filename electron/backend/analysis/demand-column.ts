import type { RecordSetColumn } from '../../../shared/records/record-set.ts'
import { AnalysisProblem } from './analyser.ts'

/** The column of that name. Throws AnalysisProblem at `place` with the names there are. */
export function demandColumn(
  columns: readonly RecordSetColumn[],
  place: string,
  name: string,
): RecordSetColumn {
  const column = columns.find((candidate) => candidate.name === name)
  if (column !== undefined) return column
  throw new AnalysisProblem(
    place,
    `there is no column "${name}"; there are ${listed(columns.map((held) => held.name))}`,
  )
}

/** Enough names to find the right one. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(', ')
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown
}
