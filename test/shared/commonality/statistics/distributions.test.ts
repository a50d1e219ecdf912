import { describe, expect, test } from 'vitest'
import { complementaryError } from '../../../../shared/commonality/statistics/error-function.ts'
import { incompleteBeta } from '../../../../shared/commonality/statistics/incomplete-beta.ts'
import { logGamma } from '../../../../shared/commonality/statistics/log-gamma.ts'
import {
  fewerThanShare,
  lowerShare,
  upperShare,
} from '../../../../shared/commonality/statistics/share-bounds.ts'

/** As `math.erfc` of Python gives it. */
const ERFC: readonly (readonly [number, number])[] = [
  [0, 1],
  [0.1, 8.8753708398171516e-1],
  [0.5, 4.7950012218695348e-1],
  [1, 1.5729920705028513e-1],
  [1.5, 3.3894853524689274e-2],
  [2, 4.6777349810472654e-3],
  [2.5, 4.0695201744495892e-4],
  [3, 2.2090496998585438e-5],
  [5, 1.5374597944280351e-12],
  [6, 2.1519736712498916e-17],
  [10, 2.0884875837625449e-45],
  [20, 5.3958656116079005e-176],
]

/** As `math.lgamma` of Python gives it. */
const LOG_GAMMA: readonly (readonly [number, number])[] = [
  [0.5, 5.7236494292470042e-1],
  [1.5, -1.2078223763524543e-1],
  [3.3, 9.8709857789473388e-1],
  [10, 1.2801827480081467e1],
  [12.5, 1.8734347511936448e1],
  [101, 3.6373937555556347e2],
  [10_000.5, 8.2104322654128351e4],
  [1e6, 1.2815504569147611e7],
]

/** Failed, total, upper and lower bound at 5 %, by bisection of exact binomial sums with sixty digits. */
const BOUNDS: readonly (readonly [number, number, number, number])[] = [
  [0, 10, 0.258865550893052, 0],
  [0, 30, 0.095033852855304, 0],
  [1, 50, 0.091398130719697, 0.001025339867232],
  [5, 50, 0.198833002516418, 0.040236590402115],
  [93, 97, 0.985793629014397, 0.908119040511142],
  [49, 50, 0.998974660132768, 0.908601869280303],
]

test.each(ERFC)('erfc(%d)', (x, expected) => {
  expect(complementaryError(x) / expected).toBeCloseTo(1, 11)
})

test.each(LOG_GAMMA)('the logarithm of gamma at %d', (x, expected) => {
  expect(logGamma(x) / expected).toBeCloseTo(1, 13)
})

test('outside their range the functions refuse', () => {
  expect(() => complementaryError(-1)).toThrow('from 0 on, not at -1')
  expect(() => complementaryError(Number.NaN)).toThrow('not at NaN')
  expect(() => logGamma(0)).toThrow('above 0, not at 0')
})

describe('bounds of a failing share', () => {
  test.each(BOUNDS)('%d of %d', (failed, total, upper, lower) => {
    expect(upperShare({ failed, total }, 0.05)).toBeCloseTo(upper, 12)
    expect(lowerShare({ failed, total }, 0.05)).toBeCloseTo(lower, 12)
  })

  test('leave everything open where there are no records', () => {
    expect(upperShare({ failed: 0, total: 0 }, 0.05)).toBe(1)
    expect(lowerShare({ failed: 0, total: 0 }, 0.05)).toBe(0)
    expect(fewerThanShare({ failed: 0, total: 0 }, 0.3)).toBe(1)
  })

  test('agree with sums of binomial probabilities', () => {
    // P(X <= 2) of 7 at 30 %: .7^7 + 7·.3·.7^6 + 21·.09·.7^5
    expect(fewerThanShare({ failed: 2, total: 7 }, 0.3)).toBeCloseTo(0.6470695, 12)
  })

  test('hold for millions of records', () => {
    expect(upperShare({ failed: 0, total: 3_000_000 }, 0.05)).toBeCloseTo(1 - 0.05 ** (1 / 3_000_000), 13)
    expect(lowerShare({ failed: 500_000, total: 1_000_000 }, 0.05)).toBeCloseTo(0.499177, 6)
  })
})

test('the incomplete beta function ends at 0 and 1 and mirrors itself', () => {
  expect(incompleteBeta(0, 2, 3)).toBe(0)
  expect(incompleteBeta(1, 2, 3)).toBe(1)
  for (const x of [0.01, 0.3, 0.5, 0.77]) {
    expect(incompleteBeta(x, 2.5, 7)).toBeCloseTo(1 - incompleteBeta(1 - x, 7, 2.5), 13)
  }
  // I_x(2, 3) = 6x² - 8x³ + 3x⁴
  expect(incompleteBeta(0.4, 2, 3)).toBeCloseTo(6 * 0.16 - 8 * 0.064 + 3 * 0.0256, 13)
})
