import { describe, expect, test } from 'vitest'
import {
  conditionOf,
  excluding,
  onlyWithin,
} from '../../../../shared/commonality/condition/build-condition.ts'
import { checkCondition } from '../../../../shared/commonality/condition/check-condition.ts'
import { writeCondition } from '../../../../shared/commonality/condition/write-condition.ts'
import type { ConjunctionPart } from '../../../../shared/records/conjunction-part.ts'
import { conditionIn } from './made-conditions.ts'

const CARRIER: ConjunctionPart = { kind: 'value', column: 'carrier', value: 'Carrier X' }
const CODEC: ConjunctionPart = { kind: 'value', column: 'codec', value: 'G.729' }
const WINDOW: ConjunctionPart = {
  kind: 'window',
  column: 'start',
  from: Date.parse('2026-11-20T10:00:00Z'),
  to: Date.parse('2026-11-20T12:00:00.5Z'),
}

describe('a description as a condition', () => {
  test.each<[readonly ConjunctionPart[], string]>([
    [[CARRIER, CODEC], 'carrier = "Carrier X" and codec = G.729'],
    [[{ kind: 'blank', column: 'cause' }], 'cause is blank'],
    [[{ kind: 'prefix', column: 'b number', prefix: '+4420' }], '"b number" starts with +4420'],
    [[WINDOW], 'start >= 2026-11-20T10:00:00Z and start < 2026-11-20T12:00:00.500Z'],
    [[{ kind: 'range', column: 'delay', from: -0.5, to: 1e-7 }], 'delay >= -0.5 and delay < 1e-7'],
    [[{ kind: 'range', column: 'delay', from: null, to: 20 }], 'delay < 20'],
    [[{ kind: 'range', column: 'delay', from: 20, to: null }], 'delay >= 20'],
    [[{ kind: 'range', column: 'delay', from: null, to: null }], 'delay is not blank'],
    [
      [CARRIER, WINDOW],
      'carrier = "Carrier X" and start >= 2026-11-20T10:00:00Z and start < 2026-11-20T12:00:00.500Z',
    ],
  ])('%j', (parts, text) => {
    const condition = conditionOf(parts)
    expect(writeCondition(condition)).toBe(text)
    expect(writeCondition(conditionIn(text))).toBe(text)
  })

  test('numbers and times are what the language reads', () => {
    const parts: ConjunctionPart[] = [
      { kind: 'range', column: 'n', from: 1e21, to: 1.5e300 },
      { kind: 'window', column: 't', from: -1, to: 8e15 },
    ]
    const columns = [
      { name: 'n', kind: 'number' as const },
      { name: 't', kind: 'time' as const },
    ]
    expect(checkCondition(conditionOf(parts), columns)).toEqual([])
  })

  test('needs parts', () => {
    expect(() => conditionOf([])).toThrow('without parts describes nothing')
    expect(() => excluding(null, [])).toThrow('without parts describes nothing')
  })
})

describe('looking elsewhere', () => {
  test.each([
    [null, 'not (carrier = "Carrier X" and codec = G.729)'],
    ['a = 1', 'a = 1 and not (carrier = "Carrier X" and codec = G.729)'],
    ['a = 1 or b = 2', '(a = 1 or b = 2) and not (carrier = "Carrier X" and codec = G.729)'],
  ])('excluding from %s', (text, result) => {
    const before = text === null ? null : conditionIn(text)
    expect(writeCondition(excluding(before, [CARRIER, CODEC]))).toBe(result)
  })

  test.each([
    [null, 'carrier = "Carrier X" and codec = G.729'],
    ['a = 1', 'a = 1 and carrier = "Carrier X" and codec = G.729'],
    ['a = 1 or b = 2', '(a = 1 or b = 2) and carrier = "Carrier X" and codec = G.729'],
  ])('only within %s', (text, result) => {
    const before = text === null ? null : conditionIn(text)
    expect(writeCondition(onlyWithin(before, [CARRIER, CODEC]))).toBe(result)
  })

  test('steps stay side by side', () => {
    const steps = excluding(onlyWithin(excluding(null, [CODEC]), [CARRIER]), [{ kind: 'blank', column: 'x' }])
    expect(writeCondition(steps)).toBe('not codec = G.729 and carrier = "Carrier X" and not x is blank')
  })
})
