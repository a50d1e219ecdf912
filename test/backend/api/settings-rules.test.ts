import { describe, expect, test } from 'vitest'
import { refuseSettings } from '../../../electron/backend/api/settings-rules.ts'
import type { Desk, Settings } from '../../../shared/contract/settings.ts'

const DESK: Desk = {
  id: 'north',
  name: 'North',
  timeZone: 'Europe/Madrid',
  hours: { mon: [['22:00', '06:00']], sun: [['00:00', '24:00']] },
}
const SETTINGS: Settings = {
  defaultPolicyId: 'gold',
  policyAssignments: [{ policyId: 'silver', customer: 'Andes Freight', sourceId: null, queue: null }],
  desks: [DESK],
}

/** Knows two policies; what is in them does not matter to the rules. */
const KNOWN = new Set(['gold', 'silver'])

function refusalOf(change: Partial<Settings>): { place: string; reason: string } | null {
  return refuseSettings({ ...SETTINGS, ...change }, (id) => KNOWN.has(id))
}

describe('settings that could not be followed are refused with their place', () => {
  test('sound settings pass', () => {
    expect(refusalOf({})).toBeNull()
    expect(refusalOf({ defaultPolicyId: null, policyAssignments: [], desks: [] })).toBeNull()
  })

  test('a policy nobody has', () => {
    expect(refusalOf({ defaultPolicyId: 'lead' })).toMatchObject({ place: 'defaultPolicyId' })
    const assignment = { policyId: 'lead', customer: 'X', sourceId: null, queue: null }
    expect(refusalOf({ policyAssignments: [...SETTINGS.policyAssignments, assignment] })).toMatchObject({
      place: 'policyAssignments[1].policyId',
    })
  })

  test('an assignment that names nothing', () => {
    const assignment = { policyId: 'gold', customer: null, sourceId: null, queue: null }
    expect(refusalOf({ policyAssignments: [assignment] })).toMatchObject({ place: 'policyAssignments[0]' })
  })

  test('two desks with one id', () => {
    expect(refusalOf({ desks: [DESK, DESK] })).toMatchObject({ place: 'desks[1].id' })
  })

  test.each(['Mars/Olympus', '+02:00', '', 'Europe Madrid'])('a desk in the zone "%s"', (timeZone) => {
    expect(refusalOf({ desks: [{ ...DESK, timeZone }] })).toMatchObject({ place: 'desks[0].timeZone' })
  })

  test.each([
    ['8:00', '16:00'],
    ['08:00', '25:00'],
    ['24:00', '08:00'],
    ['08:60', '10:00'],
    ['09:00', '09:00'],
  ] as const)('a window from %s to %s', (from, to) => {
    const hours = { mon: [['08:00', '16:00']], tue: [[from, to]] } satisfies Desk['hours']
    expect(refusalOf({ desks: [{ ...DESK, hours }] })).toMatchObject({ place: 'desks[0].hours.tue[0]' })
  })
})
