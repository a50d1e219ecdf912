import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oddsRatio, shareRatio } from '../../../../shared/commonality/statistics/ratio.ts'
import { riskOf } from '../../../../shared/commonality/statistics/risk.ts'
import { comparableTables, fourfold } from './made-tables.ts'

describe('a ratio', () => {
  test('lies in its interval, and swapping the sides turns it over', () => {
    fc.assert(
      fc.property(comparableTables, (table) => {
        const { failingInside, failingOutside, workingInside, workingOutside } = table
        const swapped = fourfold(workingInside, workingOutside, failingInside, failingOutside)
        for (const ratioOf of [shareRatio, oddsRatio]) {
          const { value, low, high } = ratioOf(table)
          const other = ratioOf(swapped)
          expect(low).toBeLessThanOrEqual(value ?? Number.NaN)
          expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN)
          expect((value ?? 0) * (other.value ?? 0)).toBeCloseTo(1, 9)
          expect((low ?? 0) * (other.high ?? 0)).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  test('says when half a record was added', () => {
    expect(shareRatio(fourfold(21, 79, 0, 100)).corrected).toBe(true)
    expect(shareRatio(fourfold(100, 0, 4, 96)).corrected).toBe(false)
    expect(oddsRatio(fourfold(100, 0, 4, 96)).corrected).toBe(true)
    expect(oddsRatio(fourfold(93, 7, 4, 96)).corrected).toBe(false)
  })

  test('is none where a side is empty', () => {
    const none = { value: null, low: null, high: null, corrected: false }
    expect(shareRatio(fourfold(0, 0, 4, 96))).toEqual(none)
    expect(oddsRatio(fourfold(4, 96, 0, 0))).toEqual(none)
  })

  test('keeps its value and widens where rows scatter', () => {
    const table = fourfold(93, 7, 4, 96)
    const plain = shareRatio(table)
    const scattered = shareRatio(table, 4)
    expect(scattered.value).toBe(plain.value)
    const width = ({ low, high }: typeof plain) => Math.log((high ?? 0) / (low ?? 1))
    expect(width(scattered)).toBeCloseTo(2 * width(plain), 9)
  })
})

describe('a risk', () => {
  test('is given only where the records are all there were', () => {
    const table = fourfold(93, 7, 4, 96)
    expect(riskOf(table, false)).toBeNull()
    expect(riskOf(table, true)).toMatchObject({ inside: 93 / 97, outside: 7 / 103 })
  })

  // Physicians' Health Study: 189 of 11,034 against 104 of 11,037, ratio 1.82 (1.43 to 2.31).
  test('has the ratio and interval of the textbook', () => {
    const risk = riskOf(fourfold(189, 104, 10_845, 10_933), true)
    expect(risk?.ratio.value).toBeCloseTo(1.8178, 4)
    expect(risk?.ratio.low).toBeCloseTo(1.433, 3)
    expect(risk?.ratio.high).toBeCloseTo(2.3059, 4)
  })

  test('is none where a half has no records', () => {
    expect(riskOf(fourfold(5, 0, 5, 0), true)).toBeNull()
  })
})
