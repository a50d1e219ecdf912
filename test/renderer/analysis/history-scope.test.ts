import { expect, test } from 'vitest'
import { filterOf, scopesOf } from '../../../renderer/analysis/history-scope.ts'

test('the history begins with the case, then with the records, else with all', () => {
  expect(scopesOf({ ticketId: 't', recordSetId: 'r' })).toEqual(['ticket', 'records', 'all'])
  expect(scopesOf({ ticketId: null, recordSetId: 'r' })).toEqual(['records', 'all'])
  expect(scopesOf({ ticketId: null, recordSetId: null })).toEqual(['all'])
})

test('a scope asks for what it says', () => {
  const context = { ticketId: 't', recordSetId: 'r' }
  expect(filterOf('ticket', context)).toEqual({ ticketId: 't' })
  expect(filterOf('records', context)).toEqual({ recordSetId: 'r' })
  expect(filterOf('all', context)).toEqual({})
})
