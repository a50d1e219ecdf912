import { describe, expect, test } from 'vitest'
import {
  formatDay,
  formatInstant,
  formatTimeOfDay,
  formatUtc,
  zoneName,
} from '../../../renderer/ui/format-instant.ts'

const madrid = { language: 'en-GB', timeZone: 'Europe/Madrid' }
const now = Date.UTC(2026, 10, 22, 18, 5)

describe('formatInstant', () => {
  test('leaves out the date of today, which is the viewer’s today and not that of UTC', () => {
    const late = Date.UTC(2026, 10, 22, 23, 30)
    expect(formatInstant(late, late, madrid)).toBe('00:30')
    expect(formatInstant(now, now, madrid)).toBe('19:05')
    expect(formatInstant(late, now, madrid)).toBe('Mon 00:30')
  })

  test('names the day within the week, the date beyond, the year beyond this one', () => {
    expect(formatInstant(Date.UTC(2026, 10, 20, 8), now, madrid)).toBe('Fri 09:00')
    expect(formatInstant(Date.UTC(2026, 10, 1, 8), now, madrid)).toBe('1 Nov 09:00')
    expect(formatInstant(Date.UTC(2025, 10, 1, 8), now, madrid)).toBe('1 Nov 2025 09:00')
  })
})

test('formatUtc is the same for every desk', () => {
  expect(formatUtc(now)).toBe('2026-11-22 18:05:00 UTC')
})

test('zoneName follows summer time', () => {
  expect(zoneName(now, madrid)).toBe('CET')
  expect(zoneName(Date.UTC(2026, 6, 1), madrid)).toBe('CEST')
})

test('a day and the times below it are those of the viewer’s zone', () => {
  const late = Date.UTC(2026, 10, 22, 23, 30, 7)
  expect([formatDay(late, madrid), formatTimeOfDay(late, madrid)]).toEqual(['Mon, 23 Nov 2026', '00:30:07'])
})
