import { describe, expect, test } from 'vitest'
import { fisherTest, fisherTestToward } from '../../../../shared/commonality/statistics/fisher-test.ts'
import { gStatistic, gTest } from '../../../../shared/commonality/statistics/g-test.ts'
import { oddsRatio, shareRatio, type Ratio } from '../../../../shared/commonality/statistics/ratio.ts'
import { WORKED_EXAMPLES } from './worked-examples.ts'

function expectSame(actual: number | null, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected))
}

function expectRatio({ value, low, high }: Ratio, expected: readonly [number, number, number]): void {
  for (const [place, figure] of [value, low, high].entries())
    expectSame(figure, expected[place] ?? Number.NaN)
}

describe.each(WORKED_EXAMPLES)('$from', ({ table, fisher, g, gP, share, odds }) => {
  test("Fisher's test, two-sided and to either side", () => {
    expectSame(fisherTest(table), fisher[0])
    expectSame(fisherTestToward('fewer', table), fisher[1])
    expectSame(fisherTestToward('more', table), fisher[2])
  })

  test('G and its probability', () => {
    expect(gStatistic(table)).toBeCloseTo(g, 9)
    expectSame(gTest(table), gP)
  })

  test('both ratios with their intervals', () => {
    expectRatio(shareRatio(table), share)
    expectRatio(oddsRatio(table), odds)
  })
})
