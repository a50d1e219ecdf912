import type { i18n } from 'i18next'
import { checkCondition } from '../../../shared/commonality/condition/check-condition.ts'
import { columnsOf } from '../../../shared/commonality/condition/columns-of.ts'
import {
  isConditionFault,
  type ConditionFault,
} from '../../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../../shared/commonality/condition/parse-condition.ts'
import { conditionSql, type ConditionSql } from '../records/condition-sql.ts'
import { createWords } from '../words/create-words.ts'
import { AnalysisProblem } from './analyser.ts'
import type { ReadableSet } from './readable-set.ts'

/** A condition that can be asked, and the columns it names. */
export interface ReadCondition extends ConditionSql {
  readonly columns: readonly string[]
}

/** Null for null. Throws AnalysisProblem at `place` with line, column and sentence of the first thing wrong. */
export async function readCondition(
  text: string | null,
  place: string,
  set: Pick<ReadableSet, 'recordSet' | 'patternFaults'>,
): Promise<ReadCondition | null> {
  if (text === null) return null
  const { columns, timeZone } = set.recordSet
  const faults = await conditionFaults(text, set)
  const [fault] = faults
  if (fault !== undefined) throw await problemOf(place, fault)
  const condition = parseCondition(text)
  if (isConditionFault(condition)) throw await problemOf(place, condition)
  return { ...conditionSql(condition, columns, timeZone), columns: columnsOf(condition, columns) }
}

/** Everything wrong with a condition on the records of a set; empty where it can be asked. */
export async function conditionFaults(
  text: string,
  { recordSet, patternFaults }: Pick<ReadableSet, 'recordSet' | 'patternFaults'>,
): Promise<readonly ConditionFault[]> {
  const condition = parseCondition(text)
  if (isConditionFault(condition)) return [condition]
  const faults = checkCondition(condition, recordSet.columns)
  return faults.length > 0 ? faults : patternFaults(condition)
}

async function problemOf(place: string, fault: ConditionFault): Promise<AnalysisProblem> {
  return new AnalysisProblem(place, conditionSentence(await createWords('en'), fault))
}

/** `line 1, column 5: There is no column …` */
function conditionSentence(words: i18n, { line, column, problem, detail }: ConditionFault): string {
  return `line ${line}, column ${column}: ${words.t(`condition.problems.${problem}`, detail)}`
}
