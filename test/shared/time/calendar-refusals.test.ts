import { describe, expect, test } from 'vitest'
import { addBusinessDays } from '../../../shared/time/business-days.ts'
import { add, nextClosing, within } from '../../../shared/time/business-time.ts'
import { calendar, type CalendarText } from '../../../shared/time/calendar.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { compileCalendar } from '../../../shared/time/compiled-calendar.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { addPaused, subtractPaused } from '../../../shared/time/pauses.ts'

const START = Date.UTC(2026, 0, 1)

function compile(text: CalendarText): ReturnType<typeof compileCalendar> {
  return compileCalendar(calendar.parse(text), START, START + 86_400_000, createPublicHolidays())
}

function faultOf(task: () => unknown): { place: string; reason: string } {
  try {
    task()
  } catch (error) {
    if (error instanceof CalendarFault) return { place: error.place, reason: error.message }
    throw error
  }
  throw new Error('nothing was refused')
}

const WEEK: CalendarText = { timeZone: 'Europe/Madrid', hours: { mon: [['09:00', '17:00']] } }

describe('a calendar is refused with the place and the reason', () => {
  test.each<[string, CalendarText, string, RegExp]>([
    ['unknown zone', { ...WEEK, timeZone: 'Europe/Madird' }, 'timeZone', /not a time zone/],
    ['an offset', { ...WEEK, timeZone: '+02:00' }, 'timeZone', /offset/],
    ['never opens', { ...WEEK, hours: {} }, 'hours', /never opens/],
    [
      'empty exceptions only',
      { ...WEEK, hours: {}, exceptions: { '2026-01-05': [] } },
      'hours',
      /never opens/,
    ],
    [
      'overlap',
      {
        ...WEEK,
        hours: {
          mon: [
            ['09:00', '12:00'],
            ['11:59', '13:00'],
          ],
        },
      },
      'hours.mon[1]',
      /overlaps/,
    ],
    [
      'overlap over midnight',
      { ...WEEK, hours: { sun: [['22:00', '06:00']], mon: [['05:00', '13:00']] } },
      'hours.sun[0]',
      /overlaps/,
    ],
    ['not a time', { ...WEEK, hours: { mon: [['9:00', '25:00']] } }, 'hours.mon[0]', /not a wall time/],
    ['empty window', { ...WEEK, hours: { mon: [['09:00', '09:00']] } }, 'hours.mon[0]', /empty/],
    ['opens at 24:00', { ...WEEK, hours: { mon: [['24:00', '06:00']] } }, 'hours.mon[0]', /00:00/],
    [
      'exception overlap',
      {
        ...WEEK,
        exceptions: {
          '2026-01-05': [
            ['09:00', '12:00'],
            ['10:00', '11:00'],
          ],
        },
      },
      'exceptions.2026-01-05[1]',
      /overlaps/,
    ],
    ['unknown country', { ...WEEK, publicHolidays: { country: 'XX' } }, 'publicHolidays.country', /XX/],
    [
      'unknown region',
      { ...WEEK, publicHolidays: { country: 'ES', region: 'ZZ' } },
      'publicHolidays.region',
      /ZZ/,
    ],
  ])('%s', (_name, text, place, reason) => {
    const fault = faultOf(() => compile(text))
    expect(fault.place).toBe(place)
    expect(fault.reason).toMatch(reason)
  })

  test('public holidays without a library to look them up', () => {
    const own = calendar.parse({ ...WEEK, publicHolidays: { country: 'ES' } })
    expect(faultOf(() => compileCalendar(own, START, START)).place).toBe('publicHolidays')
  })

  test('the shape: an unknown key, a date that is none', () => {
    expect(calendar.safeParse({ ...WEEK, hollidays: [] }).success).toBe(false)
    expect(calendar.safeParse({ ...WEEK, holidays: ['2026-02-30'] }).success).toBe(false)
  })
})

describe('a question is refused rather than guessed', () => {
  test('negative and endless durations, fractions of days, instants of no contract', () => {
    const week = compile(WEEK)
    expect(faultOf(() => add(week, START, -1)).place).toBe('duration')
    expect(faultOf(() => add(week, START, Infinity)).place).toBe('duration')
    expect(faultOf(() => add(week, START, NaN)).place).toBe('duration')
    expect(faultOf(() => addBusinessDays(week, START, 1.5, 'same-wall-time')).place).toBe('days')
    expect(faultOf(() => addBusinessDays(week, START, -1, 'end-of-working-day')).place).toBe('days')
    expect(faultOf(() => within(week, START, 9e15)).place).toBe('instant')
  })

  test('hours on a single date only: what lies beyond it does not exist', () => {
    const once = compile({ ...WEEK, hours: {}, exceptions: { '2026-01-05': [['09:00', '10:00']] } })
    expect(add(once, START, 3_600_000)).toBe(Date.parse('2026-01-05T09:00:00Z'))
    expect(faultOf(() => add(once, START, 3_600_001)).place).toBe('instant')
    expect(faultOf(() => addBusinessDays(once, START, 2, 'same-wall-time')).place).toBe('instant')
  })

  test('a pause that does not end', () => {
    const week = compile(WEEK)
    const pause = [{ from: Date.parse('2026-01-05T09:00:00Z'), to: Infinity }]
    expect(faultOf(() => addPaused(week, START, 7_200_000, pause)).place).toBe('pauses')
    expect(addPaused(week, START, 3_600_000, pause)).toBe(Date.parse('2026-01-05T09:00:00Z'))
  })

  test('a pause that never began', () => {
    const week = compile(WEEK)
    const pause = [{ from: -Infinity, to: Date.parse('2026-01-05T09:00:00Z') }]
    const ten = Date.parse('2026-01-05T10:00:00Z')
    expect(faultOf(() => subtractPaused(week, ten, 7_200_000, pause)).place).toBe('pauses')
    expect(subtractPaused(week, ten, 3_600_000, pause)).toBe(Date.parse('2026-01-05T09:00:00Z'))
  })
})

describe('dates that differ from the week', () => {
  function open(text: CalendarText, date: string): number {
    const midnight = Date.parse(`${date}T00:00:00Z`)
    return within(compile({ ...text, timeZone: 'Etc/UTC' }), midnight, midnight + 86_400_000) / 3_600_000
  }

  test('an exception outranks a holiday and replaces the week', () => {
    const text = {
      ...WEEK,
      holidays: ['2026-01-05'],
      exceptions: { '2026-01-05': [['10:00', '12:00']] },
    } satisfies CalendarText
    expect(open(text, '2026-01-05')).toBe(2)
    expect(open(text, '2026-01-12')).toBe(8)
  })

  test('a night shift means its two halves: a holiday takes its own date only', () => {
    const nights: CalendarText = { ...WEEK, hours: { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']] } }
    expect(open({ ...nights, holidays: ['2026-01-06'] }, '2026-01-05')).toBe(2)
    expect(open({ ...nights, holidays: ['2026-01-06'] }, '2026-01-06')).toBe(0)
    expect(open({ ...nights, holidays: ['2026-01-06'] }, '2026-01-07')).toBe(6)
  })

  test('an exception over midnight reaches into the next date, not into a holiday', () => {
    const night: CalendarText = { ...WEEK, exceptions: { '2026-01-10': [['20:00', '04:00']] } }
    expect(open(night, '2026-01-10')).toBe(4)
    expect(open(night, '2026-01-11')).toBe(4)
    expect(open({ ...night, holidays: ['2026-01-11'] }, '2026-01-11')).toBe(0)
  })

  test('public holidays close their local date', () => {
    expect(open({ ...WEEK, publicHolidays: { country: 'ES' } }, '2026-10-12')).toBe(0)
    expect(open(WEEK, '2026-10-12')).toBe(8)
  })

  test('a calendar that never closes says so', () => {
    const always = compile({ timeZone: 'Europe/Madrid', hours: 'always' })
    expect(nextClosing(always, START)).toBeNull()
    expect(add(always, START, 90)).toBe(START + 90)
    const but = compile({ timeZone: 'Etc/UTC', hours: 'always', holidays: ['2026-08-01'] })
    expect(nextClosing(but, START)).toBe(Date.UTC(2026, 7, 1))
  })
})
