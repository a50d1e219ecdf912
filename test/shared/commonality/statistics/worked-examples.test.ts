import { describe, expect, test } from 'vitest'
import { fisherTest, fisherTestToward } from '../../../../shared/commonality/statistics/fisher-test.ts'
import { gStatistic, gTest } from '../../../../shared/commonality/statistics/g-test.ts'
import { oddsRatio, shareRatio, type Ratio } from '../../../../shared/commonality/statistics/ratio.ts'
import { WORKED_EXAMPLES } from './worked-examples.ts'

/** The largest difference between figures that should be the same, relative to them. */
function worstDifference(actual: readonly (number | null)[], expected: readonly number[]): number {
  const differences = expected.map((figure, place) => {
    return Math.abs((actual[place] ?? Number.NaN) - figure) / Math.max(1e-300, Math.abs(figure))
  })
  return Math.max(...differences)
}

function figuresOf({ value, low, high }: Ratio): readonly (number | null)[] {
  return [value, low, high]
}

describe.each(WORKED_EXAMPLES)('$from', ({ table, fisher, g, gP, share, odds }) => {
  test("Fisher's test, two-sided and to either side", () => {
    const figures = [fisherTest(table), fisherTestToward('fewer', table), fisherTestToward('more', table)]
    expect(worstDifference(figures, fisher)).toBeLessThan(1e-10)
  })

  test('G and its probability', () => {
    expect(gStatistic(table)).toBeCloseTo(g, 9)
    expect(worstDifference([gTest(table)], [gP])).toBeLessThan(1e-10)
  })

  test('both ratios with their intervals', () => {
    expect(worstDifference(figuresOf(shareRatio(table)), share)).toBeLessThan(1e-10)
    expect(worstDifference(figuresOf(oddsRatio(table)), odds)).toBeLessThan(1e-10)
  })
})
