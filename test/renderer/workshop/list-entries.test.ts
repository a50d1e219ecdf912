import { describe, expect, test } from 'vitest'
import type { PolicySummary } from '../../../shared/contract/policies.ts'
import { listEntries, neighbourOf } from '../../../renderer/workshop/list-entries.ts'

function policy(id: string, name: string, own: boolean): PolicySummary {
  return { id, name, version: 1, description: '', severities: [], own, text: '{}' }
}

const POLICIES = [policy('b', 'Bravo', false), policy('a', 'Alpha', false), policy('z', 'Zulu', true)]

function draft(address: string, text: string) {
  return { address, text, basedOn: { policyId: 'a', version: 1 } }
}

describe('the list of contracts', () => {
  test('has drafts of new ones first, then the hub’s own, then those of the program', () => {
    const drafts = [draft('new', '{ "name": "Fresh" }'), draft('a', '{'), draft('nameless', '{')]
    const entries = listEntries(POLICIES, new Map(drafts.map((one) => [one.address, one])))
    expect(entries.map(({ group, name, draft: own }) => [group, name, own !== null])).toEqual([
      ['drafts', 'Fresh', true],
      ['drafts', 'nameless', true],
      ['own', 'Zulu', false],
      ['shipped', 'Alpha', true],
      ['shipped', 'Bravo', false],
    ])
  })

  test('is walked from one to the next and ends at its ends', () => {
    const entries = listEntries(POLICIES, new Map())
    expect(neighbourOf(entries, 'z', 1)).toBe('a')
    expect(neighbourOf(entries, 'b', 1)).toBeNull()
    expect(neighbourOf(entries, 'z', -1)).toBe('z')
    expect(neighbourOf(entries, 'gone', 1)).toBe('z')
  })
})
