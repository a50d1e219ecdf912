import { describe, expect, test } from 'vitest'
import { choosePolicy } from '../../../electron/backend/sla/policy-assignment.ts'
import type { Settings } from '../../../shared/contract/settings.ts'

const SETTINGS: Settings = {
  defaultPolicyId: 'standard',
  policyAssignments: [
    { policyId: 'gold-noc', customer: 'Andes Freight', sourceId: null, queue: 'NOC' },
    { policyId: 'gold', customer: 'Andes Freight', sourceId: null, queue: null },
    { policyId: 'desk-two', customer: null, sourceId: 'desk-two', queue: null },
  ],
  desks: [],
}

describe('which contract runs a ticket', () => {
  test.each([
    [{ customer: 'Andes Freight', sourceId: 'desk-two', queue: 'NOC' }, 'gold-noc'],
    [{ customer: 'Andes Freight', sourceId: 'desk-two', queue: 'Other' }, 'gold'],
    [{ customer: 'Somebody', sourceId: 'desk-two', queue: 'NOC' }, 'desk-two'],
    [{ customer: null, sourceId: 'desk-one', queue: null }, 'standard'],
  ])('%o runs under %s: the first match wins', (ticket, policyId) => {
    expect(choosePolicy(SETTINGS, ticket).policyId).toBe(policyId)
  })

  test('the reason names what matched', () => {
    expect(choosePolicy(SETTINGS, { customer: 'Andes Freight', sourceId: 'x', queue: 'NOC' }).reason).toBe(
      'assigned to customer Andes Freight and queue NOC',
    )
    expect(choosePolicy(SETTINGS, { customer: null, sourceId: 'x', queue: null }).reason).toBe('default')
  })

  test('without a match and without a default there is no policy', () => {
    const choice = choosePolicy(
      { ...SETTINGS, defaultPolicyId: null },
      { customer: null, sourceId: 'x', queue: null },
    )
    expect(choice.policyId).toBeNull()
  })
})
