import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alert, Attention } from '../../../shared/contract/alerts.ts'
import { DEFAULT_ATTENTION, desksOnDuty, mayRing } from '../../../shared/shifts/attention.ts'

const DAY = Date.parse('2026-01-10T12:00:00Z')
const NIGHT = Date.parse('2026-01-10T23:00:00Z')
const QUIET: Attention = {
  ...DEFAULT_ATTENTION,
  quietHours: { from: '22:00', to: '06:00', timeZone: 'Europe/Madrid' },
}
const NORTH: Attention = { ...DEFAULT_ATTENTION, deskId: 'north' }

type Rung = Pick<Alert, 'kind' | 'severityRank' | 'acknowledged'>
const worst: Rung = { kind: 'breached', severityRank: 0, acknowledged: null }
const lesser: Rung = { kind: 'breached', severityRank: 1, acknowledged: null }
const unranked: Rung = { kind: 'breached', severityRank: null, acknowledged: null }
const atRisk: Rung = { kind: 'at-risk', severityRank: 0, acknowledged: null }
const seen: Rung = { ...worst, acknowledged: { by: 'ana', at: DAY } }

describe('an alert may ring', () => {
  test.each([
    ['for who has said nothing, at any time', atRisk, DEFAULT_ATTENTION, ['north'], NIGHT, true],
    ['never once somebody has seen it', seen, DEFAULT_ATTENTION, [], DAY, false],
    ['for a desk on duty', lesser, NORTH, ['north'], DAY, true],
    ['for a desk on duty beside others', lesser, NORTH, ['east', 'north'], DAY, true],
    ['not for a desk off duty while another is on', worst, NORTH, ['east'], DAY, false],
    ['for everybody while no desk is on duty', lesser, NORTH, [], DAY, true],
    ['outside quiet hours', lesser, QUIET, [], DAY, true],
    ['in quiet hours for a breach of the most severe rank', worst, QUIET, [], NIGHT, true],
    ['in quiet hours for no lesser breach', lesser, QUIET, [], NIGHT, false],
    ['in quiet hours for no breach without a rank', unranked, QUIET, [], NIGHT, false],
    ['in quiet hours for nothing that is only at risk', atRisk, QUIET, [], NIGHT, false],
    ['in quiet hours for nothing that was seen', seen, QUIET, [], NIGHT, false],
    [
      'not off duty, not even for the worst in quiet hours',
      worst,
      { ...QUIET, deskId: 'north' },
      ['east'],
      NIGHT,
      false,
    ],
  ])('%s', (_rule, alert, attention, onDuty, now, rings) => {
    expect(mayRing(alert, attention, onDuty, now)).toBe(rings)
  })

  const deskId = fc.constantFrom('north', 'east', 'west')
  const alert: fc.Arbitrary<Rung> = fc.record({
    kind: fc.constantFrom('at-risk' as const, 'breached' as const),
    severityRank: fc.option(fc.nat(4)),
    acknowledged: fc.option(fc.constant({ by: 'ana', at: DAY })),
  })
  const attention: fc.Arbitrary<Attention> = fc.record({
    deskId: fc.option(deskId),
    quietHours: fc.constantFrom(null, QUIET.quietHours),
    sound: fc.boolean(),
  })
  const instant = fc.integer({ min: DAY, max: DAY + 86_400_000 })

  test('for somebody, whoever is on duty: a breach of the first rank nobody has seen is heard', () => {
    fc.assert(
      fc.property(fc.uniqueArray(deskId), instant, (onDuty, now) => {
        const people = ['north', 'east', 'west'].map((id): Attention => ({ ...QUIET, deskId: id }))
        expect(people.some((person) => mayRing(worst, person, onDuty, now))).toBe(true)
      }),
    )
  })

  test('less often with quiet hours than without, and never again once it was seen', () => {
    fc.assert(
      fc.property(alert, attention, fc.uniqueArray(deskId), instant, (one, person, onDuty, now) => {
        const rings = mayRing(one, person, onDuty, now)
        const ringsByDay = mayRing(one, { ...person, quietHours: null }, onDuty, now)
        expect(rings && !ringsByDay).toBe(false)
        expect(mayRing({ ...one, acknowledged: { by: 'ana', at: now } }, person, onDuty, now)).toBe(false)
      }),
    )
  })
})

test('desks on duty are those with the watch at the instant, whatever the flag said when it was sent', () => {
  const none = { breaches: [], until: DAY + 100 }
  const forecasts = [
    { ...none, deskId: 'north', name: 'Madrid', onDuty: true, watches: [{ from: DAY, to: DAY + 50 }] },
    {
      ...none,
      deskId: 'east',
      name: 'Bangalore',
      onDuty: false,
      watches: [{ from: DAY + 50, to: DAY + 80 }],
    },
    { ...none, deskId: null, name: null, onDuty: false, watches: [{ from: DAY + 80, to: DAY + 100 }] },
  ]
  expect(desksOnDuty(forecasts, DAY)).toEqual(['north'])
  expect(desksOnDuty(forecasts, DAY + 50)).toEqual(['east'])
  expect(desksOnDuty(forecasts, DAY + 80)).toEqual([])
})
