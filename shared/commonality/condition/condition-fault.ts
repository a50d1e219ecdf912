import type { Condition, Place } from './condition.ts'

/** What can be wrong with a condition. The sentence of each is `condition:problems.<problem>`. */
export const CONDITION_PROBLEMS = [
  'too-long',
  'too-deep',
  'nothing-written',
  'unclosed-quote',
  'unexpected-character',
  'column-expected',
  'operator-expected',
  'value-expected',
  'blank-expected',
  'with-expected',
  'between-and-expected',
  'list-unfinished',
  'reserved-word',
  'empty-value',
  'joining-word-expected',
  'unclosed-parenthesis',
  'unopened-parenthesis',
  'no-columns',
  'unknown-column',
  'ambiguous-column',
  'no-order',
  'not-text',
  'not-a-number',
  'not-a-time',
  'reversed-range',
  'bad-pattern',
] as const
export type ConditionProblem = (typeof CONDITION_PROBLEMS)[number]

/** What is wrong, where, and the words that its sentence needs. */
export interface ConditionFault extends Place {
  readonly problem: ConditionProblem
  readonly detail: Readonly<Record<string, string>>
}

export function faultAt(
  { line, column }: Place,
  problem: ConditionProblem,
  detail: ConditionFault['detail'] = {},
): ConditionFault {
  return { line, column, problem, detail }
}

export function isConditionFault(read: Condition | ConditionFault): read is ConditionFault {
  return 'problem' in read
}
