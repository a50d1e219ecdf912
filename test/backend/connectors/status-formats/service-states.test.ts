import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  pageState,
  stateOf,
  worstState,
} from '../../../../electron/backend/connectors/status-formats/service-states.ts'
import { SERVICE_STATE_ORDER, serviceState } from '../../../../shared/records/status-page.ts'

const states = fc.constantFrom(...serviceState.options)

test('a word outside the table is unknown, the words of every object included', () => {
  expect(stateOf({ ok: 'operational' }, 'ok')).toBe('operational')
  for (const raw of ['OK', '', 'toString', '__proto__', null])
    expect(stateOf({ ok: 'operational' }, raw)).toBe('unknown')
})

test('the worst state is one of those given and none outranks it', () => {
  fc.assert(
    fc.property(fc.array(states, { minLength: 1 }), (given) => {
      const worst = worstState(given)
      expect(given).toContain(worst)
      const rank = SERVICE_STATE_ORDER.indexOf(worst ?? 'operational')
      expect(given.every((state) => SERVICE_STATE_ORDER.indexOf(state) <= rank)).toBe(true)
    }),
  )
  expect(worstState([])).toBeNull()
})

describe('pageState', () => {
  const component = (state: (typeof serviceState.options)[number]) => ({
    externalId: 'c',
    name: 'C',
    group: null,
    rawState: 'x',
    state,
  })

  test('nothing known is unknown', () => {
    expect(pageState({ stated: null })).toBe('unknown')
  })

  test('a page that admits trouble keeps its own roll-up; one that claims health does not hide a component', () => {
    expect(pageState({ stated: 'degraded', components: [component('major-outage')] })).toBe('degraded')
    expect(pageState({ stated: 'operational', components: [component('major-outage')] })).toBe('major-outage')
    expect(pageState({ stated: null, components: [component('partial-outage')] })).toBe('partial-outage')
  })

  test('a page never looks better than it says of itself', () => {
    fc.assert(
      fc.property(
        states,
        fc.array(states.map(component)),
        fc.boolean(),
        (stated, components, maintenanceUnderWay) => {
          const shown = pageState({ stated, components, maintenanceUnderWay })
          expect(SERVICE_STATE_ORDER.indexOf(shown)).toBeGreaterThanOrEqual(
            SERVICE_STATE_ORDER.indexOf(stated),
          )
        },
      ),
    )
  })
})
