import { expect, test } from 'vitest'
import { recordNoun } from '../../../renderer/analysis/record-noun.ts'

function columns(...roles: Parameters<typeof recordNoun>[0][number]['role'][]) {
  return roles.map((role) => ({ role }))
}

test('records with a Call-ID, a called number or a codec are calls, whatever SIM made them', () => {
  expect(recordNoun(columns('call-id', 'carrier'))).toBe('calls')
  expect(recordNoun(columns(null, 'codec'))).toBe('calls')
  expect(recordNoun(columns('imsi', 'called-number'))).toBe('calls')
})

test('records with nothing but identities of SIMs are SIMs', () => {
  expect(recordNoun(columns('iccid', 'mno', 'rate-plan'))).toBe('sims')
})

test('rows that count are records, and so is what nothing is known of', () => {
  expect(recordNoun(columns('apn', 'failed-count', 'total-count'))).toBe('records')
  expect(recordNoun(columns('carrier', null))).toBe('records')
  expect(recordNoun([])).toBe('records')
})
