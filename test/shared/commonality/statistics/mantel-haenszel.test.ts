import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pooledShareRatio } from '../../../../shared/commonality/statistics/mantel-haenszel.ts'
import { shareRatio } from '../../../../shared/commonality/statistics/ratio.ts'
import { comparableTables, fourfold } from './made-tables.ts'

/** Admitted and rejected men, admitted and rejected women, by department: Berkeley 1973 (Bickel and others 1975). */
const BERKELEY: readonly (readonly [number, number, number, number])[] = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
]

// Pooled figures by the same formula in exact fractions (Python), rounded once; crude from the sums.
describe('Berkeley 1973', () => {
  const strata = BERKELEY.map(([menIn, menOut, womenIn, womenOut]) =>
    fourfold(menIn, womenIn, menOut, womenOut),
  )

  test('men are more common among the admitted', () => {
    expect(shareRatio(fourfold(1198, 557, 1493, 1278)).value).toBeCloseTo(1.2669, 4)
  })

  test('and no more common within departments', () => {
    const within = pooledShareRatio(strata)
    expect(within.value).toBeCloseTo(0.9724070952, 10)
    expect(within.low).toBeCloseTo(0.9308130108, 9)
    expect(within.high).toBeCloseTo(1.0158598428, 9)
    expect(within.informed).toBe(1)
  })

  test('nor is their chance of admission better', () => {
    const within = pooledShareRatio(BERKELEY.map((cells) => fourfold(...cells)))
    expect(within.value).toBeCloseTo(0.9449050226, 10)
    expect(within.low).toBeCloseTo(0.8664522327, 9)
    expect(within.high).toBeCloseTo(1.0304613088, 9)
  })
})

describe('a pooled ratio', () => {
  test('of one stratum is its own, with the interval of Katz', () => {
    fc.assert(
      fc.property(
        comparableTables.filter(
          ({ failingInside, workingInside, failingOutside, workingOutside }) =>
            failingInside > 0 && workingInside > 0 && failingOutside + workingOutside > 0,
        ),
        (table) => {
          const pooled = pooledShareRatio([table])
          const single = shareRatio(table)
          expect(pooled.value).toBeCloseTo(single.value ?? Number.NaN, 9)
          expect(Math.log(pooled.high ?? 0)).toBeCloseTo(Math.log(single.high ?? 0), 9)
        },
      ),
    )
  })

  test('leaves out strata that lie wholly on one side of the description', () => {
    const telling = fourfold(30, 10, 10, 30)
    const pooled = pooledShareRatio([telling, fourfold(50, 0, 70, 0), fourfold(0, 60, 0, 80)])
    expect(pooled).toMatchObject({ value: pooledShareRatio([telling]).value, informed: 40 / 150 })
  })

  test('is none where no stratum can say anything', () => {
    const nothing = { value: null, low: null, high: null, corrected: false, informed: 0 }
    expect(pooledShareRatio([fourfold(50, 0, 70, 0), fourfold(0, 60, 0, 80)])).toEqual(nothing)
    expect(pooledShareRatio([])).toEqual(nothing)
  })

  test('is corrected where no working record is inside anywhere', () => {
    const pooled = pooledShareRatio([fourfold(10, 5, 0, 20), fourfold(8, 2, 0, 40)])
    expect(pooled.corrected).toBe(true)
    expect(pooled.low).toBeGreaterThan(1)
    expect(pooled.high).toBeGreaterThan(pooled.value ?? 0)
  })
})
