import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  isMonth,
  monthName,
  monthOf,
  monthsBetween,
  spanName,
  tickName,
} from '../../../renderer/attainment/months.ts'
import { spanId, spanUpTo } from '../../../renderer/attainment/spans.ts'

const anyMonth = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)

describe('months', () => {
  test('an instant lies in another month in another zone', () => {
    const at = Date.UTC(2026, 9, 31, 23, 30)
    expect(monthOf(at, 'UTC')).toBe('2026-10')
    expect(monthOf(at, 'Asia/Kolkata')).toBe('2026-11')
    expect(monthOf(at, 'America/Los_Angeles')).toBe('2026-10')
  })

  test('adding goes over years both ways, and back again', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -600, max: 600 }), (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toBe(month)
        expect(isMonth(addMonths(month, count))).toBe(true)
      }),
    )
  })

  test('a span lists every month once, in order, with both ends', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-03', '2026-03')).toEqual(['2026-03'])
    expect(monthsBetween('2026-04', '2026-03')).toEqual([])
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 0, max: 60 }), (from, more) => {
        const months = monthsBetween(from, addMonths(from, more))
        expect(months).toHaveLength(more + 1)
        expect([...months].sort()).toEqual(months)
      }),
    )
  })

  test('what is not a month is not one', () => {
    expect(['2026-13', '2026-00', '2026-1', 'June', '2026-06-01', null].filter(isMonth)).toEqual([])
  })

  test('names say the year where it is not plain', () => {
    expect(monthName('2026-11', 'en-GB', 'with-year')).toBe('Nov 2026')
    expect(spanName('2026-06', '2026-11', 'en-GB')).toBe('Jun–Nov 2026')
    expect(spanName('2025-12', '2026-03', 'en-GB')).toBe('Dec 2025 – Mar 2026')
    expect(spanName('2026-11', '2026-11', 'es')).toBe('nov 2026')
    const months = ['2025-11', '2025-12', '2026-01', '2026-02']
    expect(months.map((month) => tickName(month, months, 'en-GB'))).toEqual([
      'Nov 2025',
      'Dec',
      'Jan 2026',
      'Feb',
    ])
  })
})

describe('spans', () => {
  test('end with the running month and are known again', () => {
    expect(spanUpTo('2026-11', 6)).toEqual({ from: '2026-06', to: '2026-11' })
    expect(spanId({ from: '2026-06', to: '2026-11' }, '2026-11')).toBe('last-6')
    expect(spanId({ from: '2026-11', to: '2026-11' }, '2026-11')).toBe('this-month')
    expect(spanId({ from: '2025-12', to: '2026-11' }, '2026-11')).toBe('last-12')
  })

  test('a quarter that is over is no usual span', () => {
    expect(spanId({ from: '2026-07', to: '2026-09' }, '2026-11')).toBe('own')
    expect(spanId({ from: '2026-08', to: '2026-11' }, '2026-11')).toBe('own')
  })
})
