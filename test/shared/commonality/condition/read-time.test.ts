import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readTime } from '../../../../shared/commonality/condition/read-time.ts'
import { timeSpan } from '../../../../shared/commonality/condition/time-span.ts'

const HOUR_MS = 3_600_000

/** What a text covers, as instants. */
function spanIn(text: string, timeZone: string): readonly string[] {
  const written = readTime(text)
  if (written === null) return []
  const { from, to } = timeSpan(written, timeZone)
  return [from, to].map((ms) => new Date(ms).toISOString())
}

describe('an instant', () => {
  test.each([
    ['2026-11-20T10:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20t10:00:05z', '2026-11-20T10:00:05.000Z'],
    ['2026-11-20T10:00:05.1239+05:30', '2026-11-20T04:30:05.123Z'],
    ['2026-11-20 10:00:05,5-0800', '2026-11-20T18:00:05.500Z'],
    ['2026-11-20T10+01', '2026-11-20T09:00:00.000Z'],
    ['1795168800', '2026-11-20T10:00:00.000Z'],
    ['1795168800.25', '2026-11-20T10:00:00.250Z'],
    ['1795168800123', '2026-11-20T10:00:00.123Z'],
    ['999999999', '2001-09-09T01:46:39.000Z'],
  ])('%s', (text, instant) => {
    expect(readTime(text)).toEqual({ kind: 'instant', ms: Date.parse(instant) })
    expect(spanIn(text, 'Asia/Kolkata')[0]).toBe(instant)
  })
})

describe('a time by the clock of a zone', () => {
  test.each([
    ['2026-11-20T10:00', 'UTC', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20 10:00:00.5', 'Europe/Madrid', '2026-11-20T09:00:00.500Z'],
    ['20261120100000', 'America/Los_Angeles', '2026-11-20T18:00:00.000Z'],
    // Skipped, and the first of two.
    ['2026-03-29T02:30', 'Europe/Madrid', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Madrid', '2026-10-25T00:30:00.000Z'],
  ])('%s in %s', (text, timeZone, instant) => {
    expect(spanIn(text, timeZone)[0]).toBe(instant)
  })
})

describe('a day is as long as it is', () => {
  test.each([
    ['2026-11-20', 'UTC', 24],
    ['20261120', 'UTC', 24],
    ['2026-03-29', 'Europe/Madrid', 23],
    ['2026-10-25', 'Europe/Madrid', 25],
    // Its clocks went forward at midnight.
    ['2018-11-04', 'America/Sao_Paulo', 23],
  ])('%s in %s', (text, timeZone, hours) => {
    const written = readTime(text)
    expect(written?.kind).toBe('day')
    const { from, to } = timeSpan(written ?? { kind: 'instant', ms: 0 }, timeZone)
    expect((to - from) / HOUR_MS).toBe(hours)
    const date = Temporal.PlainDate.from(text)
    expect(from).toBe(date.toZonedDateTime(timeZone).epochMilliseconds)
  })
})

const NO_TIMES = [
  '10:00; 10h; yesterday; ; 0; 5; 12345678; 2026-11; 2026-11-20T; 2026-11-20T25:00; 2026-02-30',
  '2026-13-01; 2026-00-10; 2026-11-20T10:60; 2026-11-20T10:00:00+25; 20/11/2026; 2026-11-20T10:00.5',
  '20261320; 20261120250000; 2026-11-20T24:00; 2026-11-20T10:00[UTC]; 1e12; 2026-11-20T10:00 UTC',
  '+275760-09-13; 17951688001234; ２０２６-11-20',
]

test.each(NO_TIMES.flatMap((line) => line.split('; ')))('%s is no time', (text) => {
  expect(readTime(text)).toBeNull()
})

test('agrees with Temporal on wall times in any zone', () => {
  const zones = ['UTC', 'Europe/Madrid', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe']
  const moments = fc.date({
    min: new Date('1975-01-01T00:00:00Z'),
    max: new Date('2037-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (moment, timeZone) => {
      const wall = moment.toISOString().slice(0, -1)
      const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds
      expect(spanIn(wall, timeZone)).toEqual([expected, expected + 1].map((ms) => new Date(ms).toISOString()))
      expect(spanIn(moment.toISOString(), timeZone)[0]).toBe(moment.toISOString())
    }),
  )
})
