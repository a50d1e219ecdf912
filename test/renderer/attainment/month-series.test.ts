import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countTicks, lowestShare, shareTicks } from '../../../renderer/attainment/axis-ticks.ts'
import { monthSeries } from '../../../renderer/attainment/month-series.ts'
import { runsOf } from '../../../renderer/attainment/runs.ts'
import { goal, row } from './report.ts'

describe('the series of months', () => {
  const months = ['2026-06', '2026-07', '2026-08']

  test('sums what belongs to a month and leaves a month without decisions a gap', () => {
    const points = monthSeries(
      months,
      [
        row({ met: 3, breached: 1 }),
        row({ severity: 'P2', met: 5, breached: 1, excluded: 2 }),
        row({ month: '2026-08', met: 0, breached: 0, excluded: 4 }),
      ],
      [],
    )
    expect(points.map(({ share }) => share)).toEqual([0.8, null, null])
    expect(points[0]?.counts).toEqual({ kept: 8, broken: 2, excluded: 2 })
    expect(points[2]?.counts).toEqual({ kept: 0, broken: 0, excluded: 4 })
  })

  test('a goal is counted by its own rule beside it', () => {
    const points = monthSeries(months, [], [goal({ kept: 3, missed: 1 }), goal({ customer: null, kept: 4 })])
    expect(points[0]?.goal).toEqual({ kept: 7, broken: 1, share: 7 / 8 })
    expect(points[1]?.goal).toBeNull()
  })

  test('a line is drawn along what is there and never across a gap', () => {
    expect(runsOf([0.9, 0.8, null, null, 1, null])).toEqual([
      [
        { index: 0, value: 0.9 },
        { index: 1, value: 0.8 },
      ],
      [{ index: 4, value: 1 }],
    ])
    expect(runsOf([null, null])).toEqual([])
  })
})

describe('axes', () => {
  test('shares begin under the lowest value, at a tenth, with the upper fifth at least', () => {
    expect(lowestShare([0.95, null, 1])).toBe(0.8)
    expect(lowestShare([0.71])).toBe(0.6)
    expect(lowestShare([])).toBe(0.8)
    expect(lowestShare([0])).toBe(0)
  })

  test('ticks of shares stand evenly up to 100 % and do not pass the beginning', () => {
    expect(shareTicks(0.8)).toEqual([0.8, 0.85, 0.9, 0.95, 1])
    expect(shareTicks(0.5)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(shareTicks(0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), (tenths) => {
        const ticks = shareTicks(tenths / 10)
        expect(ticks.at(-1)).toBe(1)
        expect(ticks[0]).toBeGreaterThanOrEqual(tenths / 10)
        expect(ticks.length).toBeGreaterThanOrEqual(4)
        expect(ticks.length).toBeLessThanOrEqual(6)
      }),
    )
  })

  test('ticks of counts are few whole numbers that reach the greatest', () => {
    expect(countTicks(0)).toEqual([0, 1])
    expect(countTicks(3)).toEqual([0, 1, 2, 3])
    expect(countTicks(310)).toEqual([0, 100, 200, 300, 400])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
        const ticks = countTicks(most)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
        expect(ticks.every(Number.isInteger)).toBe(true)
        expect(ticks.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
