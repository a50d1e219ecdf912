import { conditionOf, excluding, onlyWithin } from '../../shared/commonality/condition/build-condition.ts'
import { isConditionFault } from '../../shared/commonality/condition/condition-fault.ts'
import type { Condition } from '../../shared/commonality/condition/condition.ts'
import { parseCondition } from '../../shared/commonality/condition/parse-condition.ts'
import { writeCondition } from '../../shared/commonality/condition/write-condition.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'

type Parts = readonly ConjunctionPart[]

/** A description as a condition. */
export function conditionText(parts: Parts): string {
  return writeCondition(conditionOf(parts))
}

/** The question without the records that a finding covers. */
export function withoutFinding(question: AnalysisQuestion, parts: Parts): AnalysisQuestion {
  return narrow(question, 'where', (where) => excluding(where, parts))
}

/** The question of those records only that a finding covers. */
export function withinFinding(question: AnalysisQuestion, parts: Parts): AnalysisQuestion {
  return narrow(question, 'where', (where) => onlyWithin(where, parts))
}

/**
 * The question for one kind of failing. What fails otherwise is left out rather than taken to work: the working side
 * stays what it was.
 */
export function splitBy(question: AnalysisQuestion, column: string, value: string): AnalysisQuestion {
  const part: ConjunctionPart = value === '' ? { kind: 'blank', column } : { kind: 'value', column, value }
  // A file that counts failing records itself has rows of a kind, not a condition to narrow.
  if (question.definition.failed === null) return withinFinding(question, [part])
  const split = narrow(question, 'failed', (failed) => onlyWithin(failed, [part]))
  return split.definition.working === null
    ? { ...split, definition: { ...split.definition, working: restOf(question.definition.failed) } }
    : split
}

/** Searches a column although it looks like a symptom. */
export function keepColumn(question: AnalysisQuestion, column: string): AnalysisQuestion {
  return { ...question, keep: [...new Set([...question.keep, column])] }
}

/** Compares with working records that are alike in a column. */
export function matchColumn(question: AnalysisQuestion, column: string): AnalysisQuestion {
  return { ...question, matchOn: [...new Set([...question.matchOn, column])] }
}

/** A text that cannot be read stays as it is: the hub refuses it and says where. */
function narrow(
  question: AnalysisQuestion,
  name: keyof Pick<FailingDefinition, 'where' | 'failed'>,
  change: (condition: Condition | null) => Condition,
): AnalysisQuestion {
  const text = question.definition[name] ?? ''
  const before = text.trim() === '' ? null : parseCondition(text)
  if (before !== null && isConditionFault(before)) return question
  return { ...question, definition: { ...question.definition, [name]: writeCondition(change(before)) } }
}

function restOf(failed: string): string | null {
  const condition = parseCondition(failed)
  return isConditionFault(condition) ? null : writeCondition({ kind: 'not', part: condition })
}
