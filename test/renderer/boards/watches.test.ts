import { expect, test } from 'vitest'
import { aheadOf, NOBODY, watchViews } from '../../../renderer/boards/watches.ts'
import type { DeskForecast } from '../../../shared/contract/shifts.ts'

function forecast(deskId: string | null, fields: Partial<DeskForecast> = {}): DeskForecast {
  return { deskId, name: deskId, onDuty: false, watches: [], breaches: [], until: 1_000, ...fields }
}

function breach(ticketId: string, dueAt: number, clockId = 'resolution') {
  return { ticketId, clockId, dueAt, severityRank: 1 }
}

const forecasts = [
  forecast(null, { watches: [{ from: 600, to: 800 }], breaches: [breach('c', 700)] }),
  forecast('west', { watches: [{ from: 800, to: 1_000 }] }),
  forecast('idle'),
  forecast('north', {
    onDuty: true,
    watches: [
      { from: 0, to: 300 },
      { from: 900, to: 1_000 },
    ],
    breaches: [breach('a', 100), breach('a', 120, 'next-reply'), breach('b', 200)],
  }),
  forecast('east', { watches: [{ from: 300, to: 600 }] }),
]

test('stand in order of watch, the gaps and desks without a watch last', () => {
  expect(watchViews(forecasts, 0, null).map(({ key }) => key)).toEqual([
    'north',
    'east',
    'west',
    'idle',
    NOBODY,
  ])
  // North's present watch is over: the next desk has it now.
  const later = watchViews(forecasts, 300, null)
  expect(later.map(({ key }) => key)).toEqual(['east', 'west', 'north', 'idle', NOBODY])
  expect(later.map(({ isOnDuty }) => isOnDuty)).toEqual([true, false, false, false, false])
})

test('counts cases, not promises, and none whose time has passed', () => {
  const north = (now: number) => watchViews(forecasts, now, null).find(({ key }) => key === 'north')
  expect(north(0)).toMatchObject({ caseCount: 2, nextDueAt: 100 })
  expect(north(100)).toMatchObject({ caseCount: 2, nextDueAt: 120 })
  expect(north(120)).toMatchObject({ caseCount: 1, nextDueAt: 200 })
  expect(north(200)).toMatchObject({ caseCount: 0, nextDueAt: null })
  expect(aheadOf([], 5)).toEqual({ from: 0, to: 0 })
})

test('without a gap or a breach in one, nobody is not shown', () => {
  const covered = [forecast('north', { watches: [{ from: 0, to: 1_000 }] }), forecast(null)]
  expect(watchViews(covered, 0, null).map(({ key }) => key)).toEqual(['north'])
  // A gap that has passed is none.
  expect(watchViews(forecasts, 800, null).some(({ key }) => key === NOBODY)).toBe(false)
})

test('a chosen desk that is gone stays to be let go', () => {
  const shown = watchViews(forecasts, 0, 'removed')
  expect(shown.at(-1)).toMatchObject({ key: 'removed', caseCount: 0 })
  expect(watchViews(forecasts, 0, 'east')).toHaveLength(5)
})

test('looks exactly 24 hours ahead, however far the forecast reaches', () => {
  const day = 24 * 3_600_000
  const far = forecast('north', {
    watches: [{ from: 0, to: 2 * day }],
    breaches: [breach('a', 10), breach('b', day), breach('c', day + 50)],
  })
  const counts = [0, 1, 10, 51].map((now) => watchViews([far], now, null)[0]?.caseCount)
  expect(counts).toEqual([1, 2, 1, 2])
  const late = forecast(null, { watches: [{ from: day + 100, to: 2 * day }] })
  expect(watchViews([far, late], 100, null)).toHaveLength(1)
  expect(watchViews([far, late], 101, null)).toHaveLength(2)
})
