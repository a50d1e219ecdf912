import { expect, test } from 'vitest'
import { callIdColumn, exampleFields } from '../../../renderer/analysis/example-fields.ts'
import type { ExamplePair } from '../../../shared/records/analysis.ts'

const pair: ExamplePair = {
  failing: { row: 1, values: { 'Call-ID': 'a@example.com', customer: 'A', codec: 'G.729', gateway: 'gw-1' } },
  working: { row: 2, values: { 'Call-ID': 'b@example.com', customer: 'A', codec: 'G.711', gateway: 'gw-2' } },
  differing: ['gateway'],
}

test('fields of the finding come first, then what differs, then what always does, then the rest', () => {
  const fields = exampleFields(pair, [{ kind: 'value', column: 'codec', value: 'G.729' }])
  expect(fields.map(({ column, kind }) => `${column} ${kind}`)).toEqual([
    'codec shared',
    'gateway differs',
    'Call-ID own',
    'customer same',
  ])
})

test('a field that only one of them has is blank in the other', () => {
  const fields = exampleFields(
    {
      failing: { row: 1, values: { cause: '21' } },
      working: { row: 2, values: { remark: 'ok' } },
      differing: [],
    },
    [],
  )
  expect(fields).toEqual([
    { column: 'cause', failing: '21', working: '', kind: 'own' },
    { column: 'remark', failing: '', working: 'ok', kind: 'own' },
  ])
})

test('the column with the Call-ID is the one that was recognised, else the one that is called so', () => {
  expect(callIdColumn([{ name: 'leg', role: 'call-id' }], pair)).toBe('leg')
  expect(callIdColumn([], pair)).toBe('Call-ID')
  expect(callIdColumn([], { ...pair, failing: { row: 1, values: { caller: 'x' } } })).toBeNull()
})
