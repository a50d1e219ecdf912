import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartTally } from '../../../../shared/commonality/prepare/covered-rows.ts'
import { trendOf } from '../../../../shared/commonality/prepare/trend.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'

function tally(inside: [failed: number, total: number], outside: [failed: number, total: number]): PartTally {
  return {
    inside: { failed: inside[0], total: inside[1] },
    outside: { failed: outside[0], total: outside[1] },
  }
}

const now = tally([93, 120], [7, 80])

describe('against an earlier window, a finding is', () => {
  test('new where the description did not fail more often then', () => {
    expect(trendOf(now, tally([12, 400], [9, 300])).trend).toBe('new')
    expect(trendOf(now, tally([0, 400], [9, 300])).trend).toBe('new')
  })

  test('new where there was not one such record then', () => {
    expect(trendOf(now, tally([0, 0], [9, 300])).trend).toBe('new')
    expect(trendOf(now, tally([0, 0], [0, 0])).trend).toBe(null)
  })

  test('chronic where it failed as much more often then', () => {
    expect(trendOf(now, tally([180, 250], [20, 200])).trend).toBe('chronic')
    expect(trendOf(now, tally([245, 250], [20, 200])).trend).toBe('chronic')
  })

  test('chronic though everything fails more often now: it is measured against the rest', () => {
    expect(trendOf(tally([600, 1_000], [300, 1_000]), tally([180, 1_000], [60, 1_000])).trend).toBe('chronic')
  })

  test('worse where it failed more often then, and does so more now', () => {
    expect(trendOf(now, tally([80, 400], [20, 300])).trend).toBe('worse')
  })

  test('new where what was there is too little to be called a difference, however sure', () => {
    expect(trendOf(now, tally([13_000, 100_000], [10_000, 100_000])).trend).toBe('new')
  })

  test('neither where too few records tell', () => {
    expect(trendOf(now, tally([1, 2], [9, 300])).trend).toBe(null)
    expect(trendOf(tally([3, 5], [4, 10]), tally([4, 60], [3, 60])).trend).toBe(null)
  })

  test('told with the odds ratios of both windows and how they changed', () => {
    const { now: ratio, before, change } = trendOf(now, tally([12, 400], [9, 300]))
    expect(ratio.value).toBeCloseTo((93 * 73) / (27 * 7), 9)
    expect(before.value).toBeCloseTo((12 * 291) / (388 * 9), 9)
    expect(change.value).toBeCloseTo((ratio.value ?? 0) / (before.value ?? 1), 9)
    // Of independent logarithms the variances add up.
    const width = ({ low, high }: { low: number | null; high: number | null }) =>
      Math.log((high ?? 0) / (low ?? 0))
    expect(width(change)).toBeCloseTo(Math.hypot(width(ratio), width(before)), 9)
  })
})

test('scatter between rows makes the same counts say less', () => {
  const before = tally([80, 400], [20, 300])
  expect(trendOf(now, before, 1).trend).toBe('worse')
  expect(trendOf(now, before, 12).trend).toBe(null)
})

test('the same is seldom called new or worse: at most one in twenty, over many draws', () => {
  const chance = chanceOf(2, 'trend')
  const draws = Array.from({ length: 400 }, () => {
    const draw = (trials: number, rate: number): [number, number] => [chance.binomial(trials, rate), trials]
    return trendOf(tally(draw(300, 0.3), draw(500, 0.05)), tally(draw(300, 0.3), draw(500, 0.05))).trend
  })
  expect(draws.filter((trend) => trend === 'new' || trend === 'worse').length).toBeLessThanOrEqual(20)
  expect(draws.filter((trend) => trend === 'chronic').length).toBeGreaterThan(360)
})

test('picking fewer working records changes none of it but the width', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 2, max: 9 }),
      (a, b, times) => {
        const all = trendOf(tally([a, a + 90 * times], [b, b + 120 * times]), now)
        const picked = trendOf(tally([a, a + 90], [b, b + 120]), now)
        expect(picked.now.value).toBeCloseTo(all.now.value ?? 0, 9)
      },
    ),
  )
})
