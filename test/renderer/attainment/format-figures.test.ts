import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFew, shareOf } from '../../../renderer/attainment/counts.ts'
import { formatCount, formatPlainShare, formatShare } from '../../../renderer/attainment/format-figures.ts'

function shown(text: string): number {
  return Number(text.replace(/[\u00A0%]/g, ''))
}

describe('shares', () => {
  test('one decimal, with the space and comma of the language', () => {
    expect(formatShare(412 / 431, 'en-GB')).toBe('95.6\u00A0%')
    expect(formatShare(412 / 431, 'es')).toBe('95,6\u00A0%')
    expect(formatShare(0.9, 'en-GB')).toBe('90.0\u00A0%')
    expect(formatPlainShare(0.9, 'en-GB')).toBe('90\u00A0%')
    expect(formatPlainShare(0.995, 'en-GB')).toBe('99.5\u00A0%')
  })

  test('nothing rounds to all, to none or to a goal that was not reached', () => {
    expect(formatShare(1999 / 2000, 'en-GB')).toBe('99.9\u00A0%')
    expect(formatShare(1, 'en-GB')).toBe('100\u00A0%')
    expect(formatShare(1 / 5000, 'en-GB')).toBe('0.1\u00A0%')
    expect(formatShare(0, 'en-GB')).toBe('0\u00A0%')
    expect(formatShare(8999 / 10_000, 'en-GB', 0.9)).toBe('89.9\u00A0%')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (kept, broken) => {
        const share = kept / (kept + broken)
        const text = shown(formatShare(share, 'en-GB', 0.9))
        expect(text).toBeLessThan(100)
        expect(text > 0).toBe(kept > 0)
        expect(text >= 90).toBe(share >= 0.9)
        expect(Math.abs(text - share * 100)).toBeLessThanOrEqual(0.11)
      }),
    )
  })

  test('nothing decided has no share, and few cases are few', () => {
    expect(shareOf({ kept: 0, broken: 0 })).toBeNull()
    expect(shareOf({ kept: 3, broken: 1 })).toBe(0.75)
    expect(isFew({ kept: 3, broken: 1 })).toBe(true)
    expect(isFew({ kept: 4, broken: 1 })).toBe(false)
  })

  test('counts are grouped', () => {
    expect(formatCount(12_345, 'en-GB')).toBe('12,345')
    expect(formatCount(4120, 'es')).toBe('4.120')
  })
})
