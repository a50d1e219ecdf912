import { expect, test } from 'vitest'
import { CONDITION_PROBLEMS } from '../../../../shared/commonality/condition/condition-fault.ts'
import { condition as english } from '../../../../shared/i18n/en/condition.ts'
import { condition as spanish } from '../../../../shared/i18n/es/condition.ts'

test('every problem has a sentence and no sentence lacks its problem', () => {
  expect(Object.keys(english.problems).sort()).toEqual([...CONDITION_PROBLEMS].sort())
})

test.each(CONDITION_PROBLEMS)('both languages name the same things of %s', (problem) => {
  const namesIn = (sentence: string): string[] => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort()
  expect(namesIn(spanish.problems[problem])).toEqual(namesIn(english.problems[problem]))
})
