import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { monthAt, monthBefore, monthOf, monthSpan } from '../../../shared/time/month-span.ts'

const iso = (instant: number): string => new Date(instant).toISOString()

test('months begin at midnight of their zone, over the changes of its offset', () => {
  const span = monthSpan('2026-03', '2026-04', 'Europe/Madrid')
  expect(span.months).toEqual(['2026-03', '2026-04'])
  // Winter time until 29 March, summer time from then on.
  expect(span.starts.map(iso)).toEqual([
    '2026-02-28T23:00:00.000Z',
    '2026-03-31T22:00:00.000Z',
    '2026-04-30T22:00:00.000Z',
  ])
})

test('a span passes from one year into the next', () => {
  expect(monthSpan('2025-11', '2026-02', 'Etc/UTC').months).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ])
})

test('the same instant is of different months in different zones', () => {
  const instant = Date.parse('2026-01-31T20:00:00Z')
  expect(monthAt(monthSpan('2026-01', '2026-02', 'Asia/Kolkata'), instant)).toBe('2026-02')
  expect(monthAt(monthSpan('2026-01', '2026-02', 'America/Los_Angeles'), instant)).toBe('2026-01')
})

test('months are half-open', () => {
  const span = monthSpan('2026-01', '2026-01', 'Etc/UTC')
  expect(monthAt(span, Date.parse('2026-01-01T00:00:00Z'))).toBe('2026-01')
  expect(monthAt(span, Date.parse('2026-01-31T23:59:59.999Z'))).toBe('2026-01')
  expect(monthAt(span, Date.parse('2026-02-01T00:00:00Z'))).toBeNull()
  expect(monthAt(span, Date.parse('2025-12-31T23:59:59.999Z'))).toBeNull()
})

test('agrees with what Intl says of any instant in any zone', () => {
  const zones = ['Etc/UTC', 'Europe/Madrid', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia']
  const instants = fc.integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2027, 11, 30) })
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (timeZone, instant) => {
      const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
      expect(monthAt(monthSpan('2024-01', '2027-12', timeZone), instant)).toBe(parts.format(instant))
    }),
  )
})

test.each([
  ['2026-03', '2026-02', 'Etc/UTC', 'to', 'before'],
  ['2020-01', '2026-01', 'Etc/UTC', 'to', 'more than 60 months'],
  ['2026-13', '2026-12', 'Etc/UTC', 'from', 'not a month'],
  ['0000-01', '2026-01', 'Etc/UTC', 'from', 'not a month'],
  ['2026-01', 'never', 'Etc/UTC', 'to', 'not a month'],
  ['2026-01', '2026-02', 'Mars/Olympus', 'timeZone', 'not a time zone'],
  ['2026-01', '2026-02', '+02:00', 'timeZone', 'an offset'],
])('%s to %s in %s is refused at %s', (from, to, timeZone, place, why) => {
  const asked = (): unknown => monthSpan(from, to, timeZone)
  expect(asked).toThrow(CalendarFault)
  expect(asked).toThrow(expect.objectContaining({ place, message: expect.stringContaining(why) }))
})

test('the present month is that of the zone', () => {
  const instant = Date.parse('2026-01-31T20:00:00Z')
  expect(monthOf(instant, 'Asia/Kolkata')).toBe('2026-02')
  expect(monthOf(instant, 'America/Los_Angeles')).toBe('2026-01')
  expect(() => monthOf(instant, 'Mars/Olympus')).toThrow(CalendarFault)
})

test('months before another pass into the year before', () => {
  expect(monthBefore('2026-02', 2, 'to')).toBe('2025-12')
  expect(monthBefore('2026-02', 0, 'to')).toBe('2026-02')
  expect(() => monthBefore('soon', 2, 'to')).toThrow(expect.objectContaining({ place: 'to' }))
})
