import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_CHARACTERS } from '../../../../shared/commonality/condition/limits.ts'
import { writeCondition } from '../../../../shared/commonality/condition/write-condition.ts'
import { anyComparison, conditionIn, conditionsOf, withoutPlaces } from './made-conditions.ts'

test.each([
  ['status in failed,busy', 'status in (failed, busy)'],
  ['a==1 AND (b<>2 or (c = 3))', 'a = 1 and (b != 2 or c = 3)'],
  ['(a=1 and b=2) or c=3', 'a = 1 and b = 2 or c = 3'],
  ['not(a=1 or b=2)', 'not (a = 1 or b = 2)'],
  ['not(a=1) and not not b=2', 'not a = 1 and not not b = 2'],
  ["[Call ID] NOT Contains 'it''s'", '"Call ID" not contains "it\'s"'],
  ['a not between 1 and 2', 'a not between 1 and 2'],
  ['start >= 2026-11-20 10:00', 'start >= "2026-11-20 10:00"'],
  ['carrier = "AND" or carrier = "Carrier X"', 'carrier = "AND" or carrier = "Carrier X"'],
  ['a is not blank', 'a is not blank'],
  ['a ~ "^x"', 'a ~ "^x"'],
])('%s is written as %s', (text, canonical) => {
  expect(writeCondition(conditionIn(text))).toBe(canonical)
})

test('what is written is read as the same condition', () => {
  fc.assert(
    fc.property(conditionsOf(anyComparison), (condition) => {
      const text = writeCondition(condition)
      fc.pre(text.length <= MOST_CHARACTERS)
      expect(withoutPlaces(conditionIn(text))).toEqual(condition)
    }),
    { numRuns: 1000 },
  )
})

test('what is canonical is written as it is', () => {
  fc.assert(
    fc.property(conditionsOf(anyComparison), (condition) => {
      const text = writeCondition(condition)
      fc.pre(text.length <= MOST_CHARACTERS)
      expect(writeCondition(conditionIn(text))).toBe(text)
    }),
  )
})
