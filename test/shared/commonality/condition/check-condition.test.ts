import { describe, expect, test } from 'vitest'
import { checkCondition } from '../../../../shared/commonality/condition/check-condition.ts'
import type { ConditionFault } from '../../../../shared/commonality/condition/condition-fault.ts'
import { columnsOf } from '../../../../shared/commonality/condition/columns-of.ts'
import type { ConditionColumn } from '../../../../shared/commonality/condition/find-column.ts'
import { conditionIn } from './made-conditions.ts'

const COLUMNS: readonly ConditionColumn[] = [
  { name: 'carrier', kind: 'category' },
  { name: 'Call-ID', kind: 'identifier' },
  { name: 'b_number', kind: 'digits' },
  { name: 'sip_code', kind: 'number' },
  { name: 'start', kind: 'time' },
  { name: 'Codec', kind: 'category' },
  { name: 'CODEC', kind: 'category' },
]

function faultsIn(text: string): ConditionFault[] {
  return checkCondition(conditionIn(text), COLUMNS)
}

test.each([
  'carrier = 5 and carrier in (x, 7) and not carrier != y',
  'CARRIER starts with x or call-id ends with y or b_number ~ "^44"',
  'sip_code >= 400 and SIP_CODE in (1e3, -.5, "+44") and sip_code between 4 and 4',
  'start >= 2026-11-20 and start < "2026-11-20 10:00" and start between 1795168800 and 20261120',
  'start between 2026-11-20T10:00 and 2026-11-20',
  'start between 2026-11-20T10:00 and 2026-11-20T09:00-05:00',
  'Codec = x and CODEC = y',
  'sip_code is blank or start is not blank or carrier is blank',
])('%s fits', (text) => {
  expect(faultsIn(text)).toEqual([])
})

test.each<[string, ConditionFault['problem'], number, Record<string, string>]>([
  ['carrer = x', 'unknown-column', 1, { column: 'carrer', nearest: 'carrier' }],
  ['not b_numbr is blank', 'unknown-column', 5, { column: 'b_numbr', nearest: 'b_number' }],
  ['SIPCODE = 1', 'unknown-column', 1, { column: 'SIPCODE', nearest: 'sip_code' }],
  ['codec = x', 'ambiguous-column', 1, { column: 'codec', candidates: 'Codec, CODEC' }],
  ['Carrier > 3', 'no-order', 1, { column: 'carrier', operator: '>' }],
  ['call-id <= 3', 'no-order', 1, { column: 'Call-ID', operator: '<=' }],
  ['b_number between 1 and 2', 'no-order', 1, { column: 'b_number', operator: 'between' }],
  ['sip_code contains 5', 'not-text', 1, { column: 'sip_code', operator: 'contains' }],
  ['start ~ 2026', 'not-text', 1, { column: 'start', operator: '~' }],
  ['sip_code = ok', 'not-a-number', 12, { column: 'sip_code', value: 'ok' }],
  ['sip_code != 1e999', 'not-a-number', 13, { column: 'sip_code', value: '1e999' }],
  ['sip_code in (5, 0x1F)', 'not-a-number', 17, { column: 'sip_code', value: '0x1F' }],
  ['sip_code between 4 and x', 'not-a-number', 24, { column: 'sip_code', value: 'x' }],
  ['start > 10h', 'not-a-time', 9, { column: 'start', value: '10h' }],
  ['start in (2026-02-30)', 'not-a-time', 11, { column: 'start', value: '2026-02-30' }],
  ['sip_code between 500 and 400', 'reversed-range', 18, { from: '500', to: '400' }],
  ['start between 2026-11-20T10:00 and 2026-11-20T09:59', 'reversed-range', 15, {}],
  ['start between 2026-11-21 and 2026-11-20', 'reversed-range', 15, {}],
  ['start between 2026-11-20T10:00Z and 2026-11-18', 'reversed-range', 15, {}],
])('%s does not fit', (text, problem, column, detail) => {
  expect(faultsIn(text)).toMatchObject([{ line: 1, column, problem, detail }])
})

test('all faults are told in the order of the text', () => {
  expect(faultsIn('x = 1 or not (sip_code = y\nand start = z)').map(({ problem }) => problem)).toEqual([
    'unknown-column',
    'not-a-number',
    'not-a-time',
  ])
})

test('twenty faults are enough', () => {
  expect(faultsIn(Array.from({ length: 50 }, (_, index) => `x${index} = 1`).join(' or '))).toHaveLength(20)
  expect(faultsIn(`sip_code in ${Array.from({ length: 50 }, () => 'x').join(',')}`)).toHaveLength(20)
})

test('without columns none is near', () => {
  expect(checkCondition(conditionIn('a = 1'), [])).toEqual([
    { line: 1, column: 1, problem: 'no-columns', detail: { column: 'a' } },
  ])
})

describe('the columns of a condition', () => {
  test('are named as the records name them, each once', () => {
    const condition = conditionIn('CALL-ID is blank and not (SIP_CODE > 1 or sip_code < 5) or nowhere = 3')
    expect(columnsOf(condition, COLUMNS)).toEqual(['Call-ID', 'sip_code'])
  })
})
