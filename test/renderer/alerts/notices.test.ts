import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dismissNotice,
  GATHER_MS,
  holdNotice,
  inOrder,
  isLasting,
  nextNotices,
  NO_NOTICES,
  type NoticeState,
} from '../../../renderer/alerts/notices.ts'
import type { Alert } from '../../../shared/contract/alerts.ts'
import { alertWith, criticalWith } from '../support/alerts.ts'

const always = (): boolean => true
const never = (): boolean => false
const SEEN = { by: 'ana', at: 0 }
const old = alertWith({ id: 'old' })
const a = alertWith({ id: 'a' })
const b = alertWith({ id: 'b' })
const critical = criticalWith({ id: 'critical' })

/** A page that has looked once, at instant 0, when only `old` stood. */
const opened = nextNotices(NO_NOTICES, { alerts: [old], mayRing: always, at: 0 })

function look(state: NoticeState, alerts: readonly Alert[], at: number, mayRing = always): NoticeState {
  return nextNotices(state, { alerts: [old, ...alerts], mayRing, at })
}

function shown(state: NoticeState): string[][] {
  return state.notices.map(({ alerts }) => alerts.map(({ id }) => id))
}

describe('notices', () => {
  test('what stood when the page was opened is never told', () => {
    expect(shown(look(look(opened, [], 1_000), [], 60_000))).toEqual([])
  })

  test('what comes within two seconds is one notice, what comes later another', () => {
    let state = look(look(opened, [a], 1_000), [a, b], 2_500)
    expect(shown(state)).toEqual([])
    state = look(state, [a, b], 1_000 + GATHER_MS)
    expect(shown(state)).toEqual([['a', 'b']])
    state = look(look(state, [a, b, critical], 4_000), [a, b, critical], 4_000 + GATHER_MS)
    expect(shown(state)).toEqual([['a', 'b'], ['critical']])
    expect(state.notices.map(({ isBelated }) => isBelated)).toEqual([false, false])
  })

  test('goes after 15 s, counted again once nobody is at it any more; a critical one stays', () => {
    let state = look(look(opened, [a, b], 0), [a, b], 2_000)
    const id = state.notices[0]?.id ?? 0
    state = look(state, [a, b], 16_999)
    expect(shown(state)).toEqual([['a', 'b']])
    state = look(holdNotice(state, id, true, 16_999), [a, b], 100_000)
    expect(shown(state)).toEqual([['a', 'b']])
    state = holdNotice(state, id, false, 100_000)
    expect(shown(look(state, [a, b], 114_999))).toEqual([['a', 'b']])
    expect(shown(look(state, [a, b], 115_000))).toEqual([])

    const lasting = look(look(opened, [critical], 0), [critical], 2_000)
    expect(lasting.notices.map(isLasting)).toEqual([true])
    expect(shown(look(lasting, [critical], 3_600_000))).toEqual([['critical']])
    expect(shown(dismissNotice(lasting, lasting.notices[0]?.id ?? 0))).toEqual([])
  })

  test('an alert that somebody acknowledges, or that is over, leaves its notice; an empty notice goes', () => {
    let state = look(look(opened, [a, b], 0), [a, b], 2_000)
    state = look(state, [{ ...a, acknowledged: SEEN }, b], 3_000)
    expect(shown(state)).toEqual([['b']])
    expect(shown(look(state, [{ ...a, acknowledged: SEEN }], 4_000))).toEqual([])
  })

  test('one notice for all that came while nothing might ring, of what still stands', () => {
    let state = look(opened, [a], 1_000, never)
    state = look(state, [a, b, critical], 600_000, never)
    state = look(state, [{ ...a, acknowledged: SEEN }, b, critical], 1_200_000, never)
    expect(shown(state)).toEqual([])
    const morning = 30_000_000
    state = look(state, [b, critical], morning)
    state = look(state, [b, critical], morning + GATHER_MS)
    expect(shown(state)).toEqual([['b', 'critical']])
    expect(state.notices.map(({ isBelated }) => isBelated)).toEqual([true])
  })

  test('a dismissed alert is not told again while it stands, but is when it comes back', () => {
    let state = look(look(opened, [a], 0), [a], 2_000)
    state = dismissNotice(state, state.notices[0]?.id ?? 0)
    expect(shown(look(look(state, [a], 60_000), [a], 70_000))).toEqual([])
    state = look(state, [], 80_000)
    state = look(look(state, [a], 90_000), [a], 92_000)
    expect(shown(state)).toEqual([['a']])
  })

  test('a fourth card does not appear: what comes then joins the newest', () => {
    const alerts = ['1', '2', '3', '4'].map((id) => criticalWith({ id }))
    let state = opened
    alerts.forEach((_, index) => {
      const present = alerts.slice(0, index + 1)
      state = look(look(state, present, index * 5_000), present, index * 5_000 + GATHER_MS)
    })
    expect(shown(state)).toEqual([['1'], ['2'], ['3', '4']])
  })

  test('a notice names the critical ones first, then as the list does', () => {
    const early = alertWith({ id: 'early', kind: 'breached', dueAt: 5 })
    const state = look(look(opened, [a, early, critical], 0), [a, early, critical], 2_000)
    expect(state.notices.map((notice) => inOrder(notice).map(({ id }) => id))).toEqual([
      ['critical', 'early', 'a'],
    ])
  })

  test('a look that changes nothing gives the same state', () => {
    const state = look(look(opened, [a, critical], 0), [a, critical], 2_000)
    expect(look(state, [a, critical], 2_500)).toBe(state)
    const quiet = look(state, [a, critical, b], 3_000, never)
    expect(look(quiet, [a, critical, b], 4_000, never)).toBe(quiet)
  })

  test('over any history, no alert is told twice and none acknowledged is shown', () => {
    const alertId = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e')
    const moment = fc.record({
      standing: fc.uniqueArray(alertId),
      seen: fc.uniqueArray(alertId),
      rings: fc.boolean(),
      pauseMs: fc.integer({ min: 1, max: 20_000 }),
    })
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
        let state = nextNotices(NO_NOTICES, { alerts: [], mayRing: always, at: 0 })
        let at = 0
        for (const { standing, seen, rings, pauseMs } of moments) {
          at += pauseMs
          const alerts = standing.map((id) =>
            criticalWith({ id, acknowledged: seen.includes(id) ? SEEN : null }),
          )
          state = nextNotices(state, { alerts, mayRing: () => rings, at })
          const ids = shown(state).flat()
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids.filter((id) => !standing.includes(id) || seen.includes(id))).toEqual([])
          expect(ids.filter((id) => state.waiting.has(id))).toEqual([])
        }
      }),
    )
  })
})
