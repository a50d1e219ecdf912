import { expect, test } from 'vitest'
import { timeReading } from '../../../../shared/commonality/recognise/time-values.ts'

test.each([
  [['2026-01-05 10:00:00'], { is: 'time', as: 'iso', zoned: false }],
  [['2026-01-05'], { is: 'time', as: 'iso', zoned: false }],
  [['2026-01-05T10:00:00Z'], { is: 'time', as: 'iso', zoned: true }],
  [['2026-01-05T10:00:00.123+01:00'], { is: 'time', as: 'iso', zoned: true }],
  [['20260105100000'], { is: 'time', as: 'pattern', pattern: '%Y%m%d%H%M%S', assumed: null }],
  [['31/12/2026 10:00:00'], { is: 'time', as: 'pattern', pattern: '%d/%m/%Y %H:%M:%S', assumed: null }],
  [['12/31/2026 10:00 AM'], { is: 'time', as: 'pattern', pattern: '%m/%d/%Y %I:%M %p', assumed: null }],
  [['05.01.2026'], { is: 'time', as: 'pattern', pattern: '%d.%m.%Y', assumed: 'day-first' }],
  [['05/01/2026 10:00'], { is: 'time', as: 'pattern', pattern: '%d/%m/%Y %H:%M', assumed: 'day-first' }],
  [
    ['05/01/2026 10:00 PM'],
    { is: 'time', as: 'pattern', pattern: '%m/%d/%Y %I:%M %p', assumed: 'month-first' },
  ],
  [['5-Jan-2026 10:00'], { is: 'time', as: 'pattern', pattern: '%d-%b-%Y %H:%M', assumed: null }],
  [['1767607200.5', '1767607201'], { is: 'time', as: 'epoch', perSecond: 1 }],
  [['1767607200000'], { is: 'time', as: 'epoch', perSecond: 1000 }],
])('%j is read', (values, reading) => {
  expect(timeReading(values, true)).toEqual(reading)
})

test.each([
  [['13/13/2026']],
  [['31/12/2026', '12/31/2026']],
  [['10:00']],
  [['12.5']],
  [['198.51.100.7']],
  [['2026']],
  [[]],
])('%j is no time', (values) => {
  expect(timeReading(values, true)).toBeNull()
})
