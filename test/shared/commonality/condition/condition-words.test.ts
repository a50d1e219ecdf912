import { expect, test } from 'vitest'
import { checkCondition } from '../../../../shared/commonality/condition/check-condition.ts'
import {
  CONDITION_PROBLEMS,
  isConditionFault,
  type ConditionFault,
} from '../../../../shared/commonality/condition/condition-fault.ts'
import type { ConditionColumn } from '../../../../shared/commonality/condition/find-column.ts'
import { parseCondition } from '../../../../shared/commonality/condition/parse-condition.ts'
import { condition as english } from '../../../../shared/i18n/en/condition.ts'
import { condition as spanish } from '../../../../shared/i18n/es/condition.ts'

/** Values that a sentence names. */
function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
}

test('every problem has a sentence and no sentence lacks its problem', () => {
  expect(Object.keys(english.problems).sort()).toEqual([...CONDITION_PROBLEMS].sort())
})

test.each(CONDITION_PROBLEMS)('both languages name the same things of %s', (problem) => {
  expect(namesIn(spanish.problems[problem])).toEqual(namesIn(english.problems[problem]))
})

const COLUMNS: readonly ConditionColumn[] = [
  { name: 'n', kind: 'number' },
  { name: 't', kind: 'time' },
  { name: 'c', kind: 'category' },
  { name: 'Name', kind: 'category' },
  { name: 'NAME', kind: 'category' },
]

function faultsIn(text: string): readonly ConditionFault[] {
  const read = parseCondition(text)
  return isConditionFault(read) ? [read] : checkCondition(read, text === 'nothing = 1' ? [] : COLUMNS)
}

test('what is wrong tells all that its sentence names', () => {
  const wrong = [
    "|c = \"|c = !|= 1|c|c =|c is 1|c starts 1|n between 1|c in (1 2|c = and|c = ''|c = 1 2|(c = 1|c = 1)",
    'nothing = 1|x = 1|name = 1|c > 1|n contains 1|n = x|t = x|n between 2 and 1',
    'x'.repeat(20_001),
    'not '.repeat(201),
  ].flatMap((line) => line.split('|'))
  const faults = wrong.flatMap(faultsIn)
  // Regular expressions are the engine's to refuse.
  expect([...new Set(faults.map(({ problem }) => problem)), 'bad-pattern'].sort()).toEqual(
    [...CONDITION_PROBLEMS].sort(),
  )
  for (const { problem, detail } of faults) {
    expect(Object.keys(detail)).toEqual(expect.arrayContaining(namesIn(english.problems[problem])))
  }
})
