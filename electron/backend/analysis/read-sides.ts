import type { FailingDefinition } from '../../../shared/records/analysis-question.ts'
import { AnalysisProblem } from './analyser.ts'
import { demandColumn } from './demand-column.ts'
import { readCondition, type ReadCondition } from './read-condition.ts'
import type { ReadableSet, SidesWanted } from './readable-set.ts'

/** A definition that can be asked of a set, and the columns that say what failing is or how much a row weighs. */
export interface ReadSides extends SidesWanted {
  readonly outcomeColumns: readonly string[]
  readonly countColumns: readonly string[]
}

/** Throws AnalysisProblem with the field of the definition that cannot be asked. */
export async function readSides(
  definition: FailingDefinition,
  set: Pick<ReadableSet, 'recordSet' | 'patternFaults'>,
): Promise<ReadSides> {
  const { weightColumn, failedCountColumn, totalCountColumn } = definition
  const { recordSet } = set
  const counts = { weightColumn, failedCountColumn, totalCountColumn }
  for (const [place, column] of Object.entries(counts)) {
    if (column !== null) demandNumbers(recordSet.columns, place, column)
  }
  if ((failedCountColumn === null) !== (totalCountColumn === null)) {
    const missing = failedCountColumn === null ? 'failedCountColumn' : 'totalCountColumn'
    throw new AnalysisProblem(
      missing,
      'rows that count need both columns: how many fail, and how many there are',
    )
  }
  if (definition.failed === null && failedCountColumn === null) {
    throw new AnalysisProblem('failed', 'say which records fail, for instance sip_code >= 400')
  }
  const [failed, working, where] = [
    await readCondition(definition.failed, 'failed', set),
    await readCondition(definition.working, 'working', set),
    await readCondition(definition.where, 'where', set),
  ]
  return {
    failed,
    working,
    where,
    ...counts,
    outcomeColumns: namedIn(failed, working),
    countColumns: Object.values(counts).filter((column) => column !== null),
  }
}

function namedIn(...conditions: readonly (ReadCondition | null)[]): string[] {
  return [...new Set(conditions.flatMap((condition) => condition?.columns ?? []))]
}

function demandNumbers(columns: ReadableSet['recordSet']['columns'], place: string, name: string): void {
  if (demandColumn(columns, place, name).kind === 'number') return
  throw new AnalysisProblem(place, `"${name}" holds no numbers: say what the columns are, or name another`)
}
