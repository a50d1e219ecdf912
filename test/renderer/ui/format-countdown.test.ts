import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCountdown, formatDuration, formatExactLength } from '../../../renderer/ui/format-countdown.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('formatCountdown', () => {
  test.each([
    [2 * MINUTE + 41 * SECOND, '2:41'],
    [59 * MINUTE + 59 * SECOND, '59:59'],
    [HOUR, '1 h 00'],
    [7 * HOUR + 5 * MINUTE, '7 h 05'],
    [23 * HOUR + 59 * MINUTE, '23 h 59'],
    [2 * DAY + 4 * HOUR, '2 d 4 h'],
    [0, '0:00'],
    [-SECOND, '−0:01'],
    [-(95 * MINUTE), '−1 h 35'],
    [-(3 * DAY), '−3 d 0 h'],
  ])('%d ms is %s', (left, text) => {
    expect(formatCountdown(left)).toBe(text)
  })

  test('while a fraction of a second is left it is not zero yet', () => {
    expect(formatCountdown(1)).toBe('0:01')
  })

  test('the first second after the breach shows no minus before a zero', () => {
    expect(formatCountdown(-999)).toBe('0:00')
  })

  test('never jumps upwards as time passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2 * HOUR, max: HOUR - 1 }), (left) => {
        const seconds = readSeconds(formatCountdown(left))
        const later = readSeconds(formatCountdown(left - SECOND))
        expect(later).toBeLessThanOrEqual(seconds)
      }),
    )
  })
})

/** Minutes and seconds, or hours and minutes, read back as signed seconds. */
function readSeconds(text: string): number {
  const sign = text.startsWith('−') ? -1 : 1
  const [major = 0, minor = 0] = text.match(/\d+/g)?.map(Number) ?? []
  return sign * (text.includes('h') ? major * 3600 + minor * 60 : major * 60 + minor)
}

describe('formatDuration', () => {
  test.each([
    [45 * SECOND, '45 s'],
    [12 * MINUTE + 30 * SECOND, '12 min'],
    [3 * HOUR + 5 * MINUTE, '3 h 05'],
    [2 * DAY + 4 * HOUR, '2 d 4 h'],
    [-5, '0 s'],
  ])('%d ms is %s', (length, text) => {
    expect(formatDuration(length)).toBe(text)
  })
})

test.each([
  [0, '0:00:00'],
  [45_999, '0:00:45'],
  [3 * HOUR + 5 * MINUTE + 20 * SECOND, '3:05:20'],
  [5 * DAY, '120:00:00'],
])('%i ms is %s to the second', (length, text) => {
  expect(formatExactLength(length)).toBe(text)
})
