import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { within } from '../../../shared/time/business-time.ts'
import { calendar, type Calendar, type CalendarText } from '../../../shared/time/calendar.ts'
import { WEEKDAYS } from '../../../shared/time/weekdays.ts'
import { calendarYear } from '../../../shared/time/calendar-year.ts'
import { compileCalendar } from '../../../shared/time/compiled-calendar.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { resolveLocal } from '../../../shared/time/zone.ts'

const HOUR = 3_600_000
const publicHolidays = createPublicHolidays()

function yearOf(text: CalendarText, year: number) {
  return calendarYear(calendar.parse(text), publicHolidays, year)
}

function dayIn(text: CalendarText, date: string) {
  return yearOf(text, Number(date.slice(0, 4))).days.find((day) => day.date === date)
}

const WEEK = {
  timeZone: 'Europe/Madrid',
  hours: {
    mon: [
      ['08:00', '14:00'],
      ['16:00', '18:00'],
    ],
    fri: [['22:00', '06:00']],
    sun: [['00:00', '24:00']],
  },
} satisfies CalendarText

describe('the year of a calendar', () => {
  test('windows and open time of each date; over midnight a window is cut', () => {
    expect(dayIn(WEEK, '2026-03-02')).toEqual({
      date: '2026-03-02',
      kind: 'open',
      windows: [
        ['08:00', '14:00'],
        ['16:00', '18:00'],
      ],
      openMs: 8 * HOUR,
      holiday: null,
      offsetChange: null,
    })
    expect(dayIn(WEEK, '2026-03-06')).toMatchObject({ windows: [['22:00', '24:00']], openMs: 2 * HOUR })
    expect(dayIn(WEEK, '2026-03-07')).toMatchObject({ kind: 'open', windows: [['00:00', '06:00']] })
  })

  test('the date of a change of offset has 23 or 25 hours and says which change', () => {
    expect(dayIn(WEEK, '2026-03-29')).toMatchObject({
      windows: [['00:00', '24:00']],
      openMs: 23 * HOUR,
      offsetChange: { at: Date.UTC(2026, 2, 29, 1), fromMinutes: 60, toMinutes: 120 },
    })
    expect(dayIn(WEEK, '2026-10-25')).toMatchObject({
      openMs: 25 * HOUR,
      offsetChange: { fromMinutes: 120, toMinutes: 60 },
    })
  })

  test('a change of half an hour, a midnight that is skipped and a date that is not there', () => {
    const always = (timeZone: string): CalendarText => ({ timeZone, hours: 'always' })
    expect(dayIn(always('Australia/Lord_Howe'), '2026-04-05')).toMatchObject({
      openMs: 24.5 * HOUR,
      offsetChange: { fromMinutes: 660, toMinutes: 630 },
    })
    expect(dayIn(always('America/Sao_Paulo'), '2018-11-04')).toMatchObject({
      windows: [['00:00', '24:00']],
      openMs: 23 * HOUR,
    })
    expect(dayIn(always('Pacific/Apia'), '2011-12-30')).toMatchObject({ windows: [], openMs: 0 })
  })

  test('weekend, closed, holiday of one’s own, public holiday with its name, exception', () => {
    const spain: CalendarText = {
      ...WEEK,
      holidays: ['2026-03-02'],
      publicHolidays: { country: 'ES' },
      exceptions: { '2026-03-09': [['10:00', '12:00']], '2026-12-25': [['10:00', '11:00']] },
      breaks: { '2026-03-16': [['10:00', '10:15']] },
    }
    expect(dayIn(spain, '2026-03-03')?.kind).toBe('closed')
    expect(dayIn({ ...spain, weekend: ['tue'] }, '2026-03-03')?.kind).toBe('weekend')
    expect(dayIn(spain, '2026-03-02')).toMatchObject({
      kind: 'holiday',
      windows: [],
      openMs: 0,
      holiday: null,
    })
    const national = dayIn(spain, '2026-10-12')
    expect(national).toMatchObject({ kind: 'holiday', openMs: 0 })
    expect(national?.holiday).toMatch(/\w/)
    expect(dayIn(spain, '2026-03-09')).toMatchObject({ kind: 'exception', windows: [['10:00', '12:00']] })
    expect(dayIn(spain, '2026-12-25')).toMatchObject({ kind: 'exception', openMs: HOUR })
    expect(dayIn(spain, '2026-12-25')?.holiday).toMatch(/\w/)
    expect(dayIn(spain, '2026-03-16')?.windows).toEqual([
      ['08:00', '10:00'],
      ['10:15', '14:00'],
      ['16:00', '18:00'],
    ])
  })

  test('a calendar that cannot be compiled is refused with its place', () => {
    const refused = (text: CalendarText) => () => yearOf(text, 2026)
    expect(refused({ ...WEEK, timeZone: 'Europe/Nowhere' })).toThrow(
      expect.objectContaining({ name: 'CalendarFault', place: 'timeZone' }),
    )
    expect(refused({ ...WEEK, publicHolidays: { country: 'XX' } })).toThrow(
      expect.objectContaining({ place: 'publicHolidays.country' }),
    )
  })
})

const ZONES = [
  'Etc/UTC',
  'Europe/Madrid',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Sao_Paulo',
]
const years = fc.integer({ min: 2000, max: 2030 })
const quarter = fc.integer({ min: 0, max: 95 })
const windows = fc
  .tuple(quarter, quarter)
  .filter(([from, to]) => from !== to)
  .map(([from, to]): [string, string][] => [[wall(from), wall(to)]])
/** Night shifts and day shifts; those that overlap on the next day are left out. */
const calendars = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    hours: fc.oneof(
      fc.constant('always' as const),
      fc.dictionary(fc.constantFrom(...WEEKDAYS), windows, { minKeys: 1 }),
    ),
    holidays: fc.array(fc.integer({ min: 10_957, max: 22_280 }).map(dateOfDay), { maxLength: 30 }),
    exceptions: fc.dictionary(fc.integer({ min: 10_957, max: 22_280 }).map(dateOfDay), windows, {
      maxKeys: 20,
    }),
    breaks: fc.dictionary(fc.integer({ min: 10_957, max: 22_280 }).map(dateOfDay), windows, { maxKeys: 20 }),
  })
  .map((text) => calendar.parse(text))
  .filter(compiles)

function wall(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
}

function dateOfDay(day: number): string {
  return new Date(day * 24 * HOUR).toISOString().slice(0, 10)
}

function compiles(own: Calendar): boolean {
  try {
    compileCalendar(own, 0, 0)
    return true
  } catch {
    return false
  }
}

describe('whatever the calendar and its zone', () => {
  test('the days are those of the year, and their open time adds up to what the clocks count', () => {
    fc.assert(
      fc.property(calendars, years, (own, year) => {
        const { days, openMs } = calendarYear(own, null, year)
        const dates = Array.from({ length: days.length }, (_, index) =>
          dateOfDay(Date.UTC(year, 0, 1) / (24 * HOUR) + index),
        )
        expect(days.map((day) => day.date)).toEqual(dates)
        expect(dates.at(-1)).toBe(`${year}-12-31`)
        const from = resolveLocal(own.timeZone, `${year}-01-01T00:00`)
        const to = resolveLocal(own.timeZone, `${year + 1}-01-01T00:00`)
        const counted = within(compileCalendar(own, from, to), from, to)
        expect(openMs).toBe(counted)
        expect(days.reduce((sum, day) => sum + day.openMs, 0)).toBe(counted)
      }),
    )
  })

  test('a date’s windows add up to its open time, give or take its change of offset', () => {
    fc.assert(
      fc.property(calendars, years, (own, year) => {
        for (const day of calendarYear(own, null, year).days) {
          if (day.offsetChange !== null) continue
          const minutes = day.windows.map(([from, to]) => minutesOf(to) - minutesOf(from))
          expect(minutes.reduce((sum, one) => sum + one, 0) * 60_000).toBe(day.openMs)
        }
      }),
      { numRuns: 30 },
    )
  })
})

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
