import { type Arbitrary, array, assert, constant, constantFrom, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isConditionFault } from '../../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../../shared/commonality/condition/parse-condition.ts'
import { writeCondition } from '../../../shared/commonality/condition/write-condition.ts'
import {
  conditionOf,
  type ConditionRow,
  type ConditionRows,
  operatorsOf,
  rowsOf,
  valuesTaken,
} from '../../../renderer/records/condition-rows.ts'

function rowsIn(text: string): ConditionRows | null {
  const condition = parseCondition(text)
  if (isConditionFault(condition)) throw new Error(`${text}: ${condition.problem}`)
  return rowsOf(condition)
}

function textOf(rows: ConditionRows): string | null {
  const condition = conditionOf(rows)
  return condition === null ? null : writeCondition(condition)
}

const OPERATORS = [...new Set([...operatorsOf('number'), ...operatorsOf('category')])]

const value = string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const wholeRow: Arbitrary<ConditionRow> = constantFrom(...OPERATORS).chain((operator) => {
  const sizes = {
    none: { maxLength: 0 },
    one: { minLength: 1, maxLength: 1 },
    two: { minLength: 2, maxLength: 2 },
    many: { minLength: 1, maxLength: 4 },
  }
  return record({
    column: value,
    operator: constant(operator),
    values: array(value, sizes[valuesTaken(operator)]),
  })
})

describe('rows of a condition', () => {
  test('are what the text says', () => {
    expect(rowsIn('sip_code >= 400 and carrier in ("Carrier X", Y) and cause is not blank')).toEqual({
      join: 'and',
      rows: [
        { column: 'sip_code', operator: 'at-least', values: ['400'] },
        { column: 'carrier', operator: 'is', values: ['Carrier X', 'Y'] },
        { column: 'cause', operator: 'not-blank', values: [] },
      ],
    })
    expect(rowsIn('a = 1 or b between 2 and 3')).toEqual({
      join: 'or',
      rows: [
        { column: 'a', operator: 'is', values: ['1'] },
        { column: 'b', operator: 'between', values: ['2', '3'] },
      ],
    })
  })

  test.each(['not a = 1', 'a = 1 and (b = 2 or c = 3)', 'a not between 1 and 2', 'a not contains b'])(
    'cannot show %s',
    (text) => {
      expect(rowsIn(text)).toBeNull()
    },
  )

  test('are written as text and read from it again', () => {
    assert(
      property(array(wholeRow, { minLength: 1, maxLength: 5 }), constantFrom('and', 'or'), (rows, join) => {
        const text = textOf({ join, rows })
        // One row has nothing to be joined with.
        const expected = { join: rows.length === 1 ? 'and' : join, rows }
        expect(rowsIn(text ?? '')).toEqual(expected)
      }),
    )
  })

  test('that are not whole yet are in no text', () => {
    const half: ConditionRow[] = [
      { column: '', operator: 'is', values: [] },
      { column: 'a', operator: 'is', values: [] },
      { column: 'a', operator: 'between', values: ['1', ''] },
      { column: 'a', operator: 'at-least', values: [''] },
    ]
    expect(textOf({ join: 'and', rows: half })).toBeNull()
    const whole: ConditionRow = { column: 'b', operator: 'blank', values: [] }
    expect(textOf({ join: 'and', rows: [...half, whole] })).toBe('b is blank')
  })
})

describe('what a column can be asked', () => {
  test('order for numbers and times, beginnings for words', () => {
    expect(operatorsOf('number')).toContain('between')
    expect(operatorsOf('time')).not.toContain('contains')
    expect(operatorsOf('category')).toContain('starts-with')
    expect(operatorsOf('digits')).not.toContain('at-least')
  })
})
