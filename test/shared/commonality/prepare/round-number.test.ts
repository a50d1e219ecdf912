import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundestBetween } from '../../../../shared/commonality/prepare/round-number.ts'

describe('the roundest number', () => {
  test.each([
    [3.4871, 3.5123, 3.5],
    [2.32, 2.33, 2.33],
    [29, 35, 30],
    [37, 38, 38],
    [99, 1234, 1000],
    [-3, 8, 0],
    [-8, -3, -3],
    [-1234, -1001, -1100],
    [0, 0.004, 0.001],
    [0.1, 0.30000000000000004, 0.2],
    [5, 5.000001, 5.000001],
  ])('above %d and up to %d is %d', (over, upTo, expected) => {
    expect(roundestBetween(over, upTo)).toBe(expected)
  })

  test('cuts where the two numbers did', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a !== b)
        const [over, upTo] = [Math.min(a, b), Math.max(a, b)]
        const round = roundestBetween(over, upTo)
        expect(round).toBeGreaterThan(over)
        expect(round).toBeLessThanOrEqual(upTo)
      }),
    )
  })

  test('does not exist between a number and itself', () => {
    expect(() => roundestBetween(2, 2)).toThrow('No number lies above 2 and up to 2.')
  })
})
