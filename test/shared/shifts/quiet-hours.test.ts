import { Temporal } from 'temporal-polyfill'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quietUntil, type QuietHours } from '../../../shared/shifts/quiet-hours.ts'

const NIGHT: QuietHours = { from: '22:00', to: '06:00', timeZone: 'Europe/Madrid' }
const NOON: QuietHours = { from: '12:00', to: '13:30', timeZone: 'Asia/Kolkata' }
/** Begin and end where Madrid's clocks change. */
const CHANGE: QuietHours = { from: '02:30', to: '05:00', timeZone: 'Europe/Madrid' }
const UNTIL_CHANGE: QuietHours = { from: '23:00', to: '02:30', timeZone: 'Europe/Madrid' }

function until(hours: QuietHours, now: string): string | null {
  const end = quietUntil(hours, Date.parse(now))
  return end === null ? null : new Date(end).toISOString()
}

describe('quiet hours', () => {
  test.each([
    ['a minute before', NIGHT, '2026-01-10T20:59:59.999Z', null],
    ['as they begin', NIGHT, '2026-01-10T21:00:00Z', '2026-01-11T05:00:00.000Z'],
    ['after midnight', NIGHT, '2026-01-11T02:00:00Z', '2026-01-11T05:00:00.000Z'],
    ['as they end', NIGHT, '2026-01-11T05:00:00Z', null],
    ['in summer time', NIGHT, '2026-07-10T20:30:00Z', '2026-07-11T04:00:00.000Z'],
    ['within one day', NOON, '2026-01-10T07:00:00Z', '2026-01-10T08:00:00.000Z'],
    [
      'on another date than in UTC',
      { ...NOON, from: '01:00', to: '03:00' },
      '2026-01-10T20:00:00Z',
      '2026-01-10T21:30:00.000Z',
    ],
    // 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC; 02:30 is skipped and moves on to 03:30.
    ['over the night the clocks go forward', NIGHT, '2026-03-28T22:00:00Z', '2026-03-29T04:00:00.000Z'],
    ['before a skipped beginning, moved on', CHANGE, '2026-03-29T01:15:00Z', null],
    ['at a skipped beginning, moved on', CHANGE, '2026-03-29T01:30:00Z', '2026-03-29T03:00:00.000Z'],
    ['before a skipped end, moved on', UNTIL_CHANGE, '2026-03-29T01:15:00Z', '2026-03-29T01:30:00.000Z'],
    // 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC; 02:30 comes twice.
    ['over the night the clocks go back', NIGHT, '2026-10-24T21:00:00Z', '2026-10-25T05:00:00.000Z'],
    ['from the first of two beginnings', CHANGE, '2026-10-25T00:30:00Z', '2026-10-25T04:00:00.000Z'],
    ['between the two', CHANGE, '2026-10-25T01:15:00Z', '2026-10-25T04:00:00.000Z'],
    ['until the first of two ends', UNTIL_CHANGE, '2026-10-25T00:29:00Z', '2026-10-25T00:30:00.000Z'],
    ['and not until the second', UNTIL_CHANGE, '2026-10-25T01:15:00Z', null],
  ])('%s', (_when, hours, now, end) => {
    expect(until(hours, now)).toBe(end)
  })

  test('a zone this computer does not know has none', () => {
    expect(until({ ...NIGHT, timeZone: 'Nowhere/Town' }, '2026-01-11T02:00:00Z')).toBeNull()
  })

  const zone = fc.constantFrom(
    'Europe/Madrid',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  )
  const wallTime = fc.integer({ min: 0, max: 1_439 }).map((minutes) => textOf(minutes))
  const hours = fc
    .record({ from: wallTime, to: wallTime, timeZone: zone })
    .filter(({ from, to }) => from !== to)
  const year = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })

  test('are those that another library finds by its own calendar', () => {
    fc.assert(
      fc.property(hours, year, (quiet, now) => {
        expect(quietUntil(quiet, now)).toBe(byTemporal(quiet, now))
      }),
      { numRuns: 500 },
    )
  })
})

function textOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function byTemporal({ from, to, timeZone }: QuietHours, now: number): number | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  for (const days of [-1, 0]) {
    const date = today.add({ days })
    const begin = date.toZonedDateTime({ timeZone, plainTime: from }).epochMilliseconds
    const end = date
      .add({ days: to > from ? 0 : 1 })
      .toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds
    if (begin <= now && now < end) return end
  }
  return null
}
