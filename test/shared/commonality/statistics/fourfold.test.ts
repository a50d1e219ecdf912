import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellsOf,
  expectedCounts,
  fourfoldOf,
  marginsOf,
} from '../../../../shared/commonality/statistics/fourfold.ts'
import { sharesOf } from '../../../../shared/commonality/statistics/shares.ts'
import { fourfold, wholeTables } from './made-tables.ts'

describe('the table of a description', () => {
  test('follows from what is inside and the whole', () => {
    const table = fourfoldOf({ failed: 93, total: 97 }, { failed: 100, total: 200 })
    expect(table).toEqual(fourfold(93, 7, 4, 96))
    expect(sharesOf(table)).toEqual({ failing: 0.93, working: 0.04 })
  })

  test('is refused where counts contradict each other', () => {
    const whole = { failed: 10, total: 20 }
    expect(() => fourfoldOf({ failed: 11, total: 11 }, whole)).toThrow('-1 records failing outside')
    expect(() => fourfoldOf({ failed: 3, total: 2 }, whole)).toThrow('-1 records working inside')
    expect(() => fourfoldOf({ failed: 0, total: 11 }, whole)).toThrow('-1 records working outside')
    expect(() => fourfoldOf({ failed: Number.NaN, total: 1 }, whole)).toThrow('NaN records failing inside')
  })

  test('takes the dust of added weights for nothing', () => {
    const table = fourfoldOf({ failed: 0.1 + 0.2, total: 0.1 + 0.2 }, { failed: 0.3, total: 1 })
    expect(table.failingOutside).toBe(0)
  })

  test('has no share for a side without records', () => {
    expect(sharesOf(fourfold(0, 0, 1, 3))).toEqual({ failing: null, working: 0.25 })
    expect(sharesOf(fourfold(1, 3, 0, 0))).toEqual({ failing: 0.25, working: null })
  })

  test('expects what keeps every margin', () => {
    fc.assert(
      fc.property(wholeTables, (table) => {
        const margins = marginsOf(table)
        const expected = marginsOf(expectedCounts(table))
        expect(expected.failing).toBeCloseTo(margins.failing)
        expect(expected.inside).toBeCloseTo(margins.inside)
        expect(expected.all).toBeCloseTo(margins.all)
      }),
    )
  })

  test('expects nothing where there are no records', () => {
    expect(cellsOf(expectedCounts(fourfold(0, 0, 0, 0)))).toEqual([0, 0, 0, 0])
  })
})
