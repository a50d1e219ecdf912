import type { i18n } from 'i18next'
import { checkCondition } from '../../../shared/commonality/condition/check-condition.ts'
import { columnsOf } from '../../../shared/commonality/condition/columns-of.ts'
import {
  isConditionFault,
  type ConditionFault,
} from '../../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../../shared/commonality/condition/parse-condition.ts'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import { conditionSql, type ConditionSql } from '../records/condition-sql.ts'
import { createWords } from '../words/create-words.ts'
import { AnalysisProblem } from './analyser.ts'

/** A condition that can be asked, and the columns it names. */
export interface ReadCondition extends ConditionSql {
  readonly columns: readonly string[]
}

/** Null for null. Throws AnalysisProblem at `place` with line, column and sentence of the first thing wrong. */
export async function readCondition(
  text: string | null,
  place: string,
  { columns, timeZone }: Pick<RecordSet, 'columns' | 'timeZone'>,
): Promise<ReadCondition | null> {
  if (text === null) return null
  const condition = parseCondition(text)
  if (isConditionFault(condition)) throw await problemOf(place, condition)
  const [fault] = checkCondition(condition, columns)
  if (fault !== undefined) throw await problemOf(place, fault)
  return { ...conditionSql(condition, columns, timeZone), columns: columnsOf(condition, columns) }
}

async function problemOf(place: string, fault: ConditionFault): Promise<AnalysisProblem> {
  return new AnalysisProblem(place, conditionSentence(await createWords('en'), fault))
}

/** `line 1, column 5: There is no column …` */
export function conditionSentence(words: i18n, { line, column, problem, detail }: ConditionFault): string {
  return `line ${line}, column ${column}: ${words.t(`condition.problems.${problem}`, detail)}`
}
