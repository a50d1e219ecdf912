import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  readDate,
  readEpochSeconds,
} from '../../../../../electron/backend/connectors/status-formats/text/read-date.ts'

function iso(raw: string): string | null {
  const instant = readDate(raw)
  return instant === null ? null : new Date(instant).toISOString()
}

describe('readDate', () => {
  test.each([
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.123456789+01:00', '2026-03-02T08:00:00.123Z'],
    ['2026-03-02t09:00z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02 09:00:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02 09:00:00 CET', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['2026-03', '2026-03-01T00:00:00.000Z'],
    ['20260302T090000Z', '2026-03-02T09:00:00.000Z'],
    ['2026/03/02 09:00', '2026-03-02T09:00:00.000Z'],
    ['1772442000', '2026-03-02T09:00:00.000Z'],
    ['1772442000123', '2026-03-02T09:00:00.123Z'],
    ['Mon, 02 Mar 2026 09:00:00 GMT', '2026-03-02T09:00:00.000Z'],
    ['Mon, 2 Mar 26 09:00 +0200', '2026-03-02T07:00:00.000Z'],
    ['02 Mar 2026 09:00:00 -08:00', '2026-03-02T17:00:00.000Z'],
    ['Mon, 02 Mar 2026 09:00:00 GMT+05:30', '2026-03-02T03:30:00.000Z'],
    ['Mon, 02 Mar 2026 09:00:00 +0000 (UTC)', '2026-03-02T09:00:00.000Z'],
    ['Mon Mar  2 09:00:00 2026', '2026-03-02T09:00:00.000Z'],
    ['Mon Mar  2 09:00:00 PST 2026', '2026-03-02T17:00:00.000Z'],
    ['March 2nd, 2026 at 9:00 PM EST', '2026-03-03T02:00:00.000Z'],
    ['2. März 2026 09:00', '2026-03-02T09:00:00.000Z'],
    ['2 de marzo de 2026, 09:00', '2026-03-02T09:00:00.000Z'],
    ['Sat, 31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00.000Z'],
    ['Mon, 02 Mar 2026 24:00:00 GMT', '2026-03-03T00:00:00.000Z'],
  ])('%s', (raw, expected) => {
    expect(iso(raw)).toBe(expected)
  })

  test.each([
    ['CEST', '2026-06-01T10:00:00.000Z'],
    ['BST', '2026-06-01T11:00:00.000Z'],
    ['IST', '2026-06-01T06:30:00.000Z'],
    ['JST', '2026-06-01T03:00:00.000Z'],
    ['AEST', '2026-06-01T02:00:00.000Z'],
    ['PDT', '2026-06-01T19:00:00.000Z'],
    ['UT', '2026-06-01T12:00:00.000Z'],
  ])('noon in %s', (zone, expected) => {
    expect(iso(`Mon, 01 Jun 2026 12:00:00 ${zone}`)).toBe(expected)
  })

  test.each([
    '',
    'yesterday',
    'Mon, 30 Feb 2026 09:00:00 GMT',
    '2026-02-29T09:00:00Z',
    '2026-13-01',
    '2026-219',
    '2026-W32-5',
    '2026-03-02T25:00:00Z',
    '2026-03-02T09:61:00Z',
    'Mon, 02 Mar 2026 09:00:00 XYZ',
    'Mon, 02 Mar 2026 13:00 PM GMT',
    '05/06/2026 09:00',
    '0001-01-01T00:00:00Z',
    '2026-03-02T09:00:00+99:00',
  ])('%j is no date', (raw) => {
    expect(readDate(raw)).toBeNull()
  })

  test('a very long text is given up at once', () => {
    const started = performance.now()
    expect(readDate('1'.repeat(1_000_000))).toBeNull()
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('every instant survives the two forms that programs write', () => {
    const seconds = fc.integer({ min: 0, max: 4_102_444_800 })
    fc.assert(
      fc.property(seconds, (at) => {
        const date = new Date(at * 1000)
        expect(readDate(date.toISOString())).toBe(date.getTime())
        expect(readDate(date.toUTCString())).toBe(date.getTime())
      }),
    )
  })

  test('any text is a date or null, never a throw or NaN', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (raw) => {
        const at = readDate(raw)
        expect(at === null || Number.isSafeInteger(at)).toBe(true)
      }),
    )
  })
})

describe('readEpochSeconds', () => {
  test.each([
    ['1772369485', 1_772_369_485_000],
    [1_772_369_485, 1_772_369_485_000],
    ['soon', null],
    ['', null],
    [0, null],
    [Number.NaN, null],
    [null, null],
  ])('%j', (value, expected) => {
    expect(readEpochSeconds(value)).toBe(expected)
  })
})
