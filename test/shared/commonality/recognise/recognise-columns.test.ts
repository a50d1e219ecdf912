import { expect, test } from 'vitest'
import { recogniseColumns } from '../../../../shared/commonality/recognise/recognise-columns.ts'
import { roleOfName } from '../../../../shared/commonality/recognise/known-names.ts'

function sample(name: string, values: readonly string[], filled = values.length) {
  return { name, values: [...new Set(values)], distinct: new Set(values).size, filled }
}

function recognised(name: string, values: readonly string[], filled?: number) {
  const [column] = recogniseColumns([sample(name, values, filled)])
  return column === undefined ? null : [column.kind, column.role]
}

function many(count: number, value: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => value(index))
}

test.each([
  ['Call-ID', ['a@198.51.100.7', 'b@198.51.100.7'], 'identifier', 'call-id'],
  ['sip_call_id', ['x'], 'identifier', 'call-id'],
  ['ANI', ['+442079460001', '+442079460002'], 'digits', 'calling-number'],
  ['DNIS', ['15555550100', '112'], 'digits', 'called-number'],
  ['from', ['sip:alice@example.com', 'sip:bob@example.com'], 'category', 'calling-number'],
  ['sip_code', ['200', '503', '486'], 'number', 'sip-code'],
  ['SIP Status', ['200 OK', '503 Service Unavailable'], 'category', 'sip-code'],
  ['responseCode', ['12', '9000'], 'category', null],
  ['q850_cause', ['16', '31'], 'number', 'release-cause'],
  ['hangup_cause', ['NORMAL_CLEARING', 'USER_BUSY'], 'category', 'release-cause'],
  ['disposition', ['ANSWERED', 'BUSY'], 'category', 'status'],
  ['read_codec', ['PCMA', 'G729'], 'category', 'codec'],
  ['Gateway', ['1', '2'], 'category', 'gateway'],
  ['provider_name', ['Alpha'], 'category', 'carrier'],
  ['Rate Plan', ['M2M 1', 'M2M 2'], 'category', 'rate-plan'],
  ['start_stamp', ['2026-01-05 10:00:00'], 'time', 'start'],
  ['start_epoch', ['1767607200', '1767607260'], 'time', 'start'],
  ['start_uepoch', ['1767607200000000', '1767607260000000'], 'time', 'start'],
  ['billsec', ['0', '61'], 'number', 'duration'],
  ['Duration', ['00:01:01', '01:00:00'], 'number', 'duration'],
  ['Duration (sec)', ['0', '61'], 'number', 'duration'],
  ['variables.sip_gateway_name', ['gw1'], 'category', 'gateway'],
  ['failed', ['0', '3'], 'number', 'failed-count'],
  ['total', ['10', '30'], 'number', 'total-count'],
  ['weight', ['1', '2'], 'number', 'weight'],
  ['failed', ['true', 'false'], 'category', null],
  ['mccmnc', ['23415', '26201'], 'category', 'mno'],
] as const)('%s is known by its name', (name, values, kind, role) => {
  expect(recognised(name, values)).toEqual([kind, role])
})

// Numbers made for these tests: their check digits are right, the cards and devices do not exist.
test.each([
  ['card', ['8988303000000000012', '8988303000000000020'], 'digits', 'iccid'],
  ['module', ['89049032000000000000000000000017', '89049032000000000000000000000025'], 'digits', 'eid'],
  ['unit', ['490154203237518', '356938035643809', '352099001761481'], 'digits', 'imei'],
  ['subscriber', ['234150000000001', '234150000000002', '262010000000003'], 'digits', 'imsi'],
  ['party', ['+442079460001', '+442079460002'], 'digits', null],
  ['seen', ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00.5+01:00'], 'time', null],
  ['moment', ['1767607200000', '1767607260000'], 'time', null],
  ['day', ['31/12/2026', '01/01/2026'], 'time', null],
  ['pdd', ['1.5', '0', '-2'], 'number', null],
  ['price', ['1,50', '0', '12,75'], 'number', null],
  ['zip', ['08001', '28013'], 'category', null],
  ['slot id', ['117', '220'], 'category', null],
  ['colour', ['red', 'green'], 'category', null],
  ['nothing', [], 'category', null],
] as const)('a column "%s" is known by its values', (name, values, kind, role) => {
  expect(recognised(name, values)).toEqual([kind, role])
})

test('a column that has a value of its own for nearly every record names records', () => {
  const values = many(100, (index) => `x-${index}`)
  expect(recognised('ref', values)).toEqual(['identifier', null])
  expect(recognised('ref', values, 120)).toEqual(['category', null])
  expect(recognised('ref', values.slice(0, 10))).toEqual(['category', null])
})

test('words in a column of numbers are forgiven while they are few', () => {
  expect(recognised('pdd', [...many(97, String), 'none', 'n/a', 'never'])?.[0]).toBe('number')
  expect(recognised('pdd', [...many(90, String), ...many(10, (index) => `w${index}`)])?.[0]).not.toBe(
    'number',
  )
})

test('ten digits are seconds only under a name that speaks of time', () => {
  const values = many(50, (index) => String(1_767_607_200 + index * 60))
  expect(recognised('answer_time', values)?.[0]).toBe('time')
  expect(recognised('volume', values)?.[0]).toBe('number')
})

test('of two columns that may be the start the surer name has it, and the other keeps its kind', () => {
  const times = ['2026-01-05 10:00:00']
  const columns = recogniseColumns([sample('date', times), sample('start_time', times)])
  expect(columns.map(({ kind, role }) => [kind, role])).toEqual([
    ['time', null],
    ['time', 'start'],
  ])
})

test('a layout goes before names and values', () => {
  const given = { name: 'carrier', kind: 'number', role: 'weight' } as const
  const [column] = recogniseColumns([sample('carrier', ['1', '2'])], new Map([['carrier', given]]))
  expect(column).toEqual({ ...given, why: 'layout', reading: { is: 'number', as: 'plain' } })
})

test('a name is known whatever its capitals and hyphens', () => {
  expect(['CALL_ID', 'call id', 'Call-Id', 'callId'].map((name) => roleOfName(name)?.role)).toEqual(
    Array.from({ length: 4 }, () => 'call-id'),
  )
  expect(roleOfName('call')).toBeNull()
})
