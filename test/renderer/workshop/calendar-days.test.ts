import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CalendarDay,
  countDays,
  dateAfterKey,
  minutesOfDay,
  monthsOf,
} from '../../../renderer/workshop/calendar-days.ts'

function dayOf(date: string, change: Partial<CalendarDay> = {}): CalendarDay {
  return { date, kind: 'open', windows: [], openMs: 1, holiday: null, offsetChange: null, ...change }
}

function yearOf(year: number): CalendarDay[] {
  const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000
  return Array.from({ length }, (_, index) =>
    dayOf(new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)),
  )
}

describe('the months of a year', () => {
  test('begin on their weekday, Monday first', () => {
    const [january, february] = monthsOf(yearOf(2026))
    // 1 January 2026 was a Thursday.
    expect(january?.weeks[0]?.map((day) => day?.date.slice(8) ?? '')).toEqual([
      '',
      '',
      '',
      '01',
      '02',
      '03',
      '04',
    ])
    expect(february?.weeks).toHaveLength(5)
    expect(february?.openMs).toBe(28)
  })

  test('hold every day once, in whole weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const days = yearOf(year)
        const months = monthsOf(days)
        const shown = months.flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null))
        expect(months).toHaveLength(12)
        expect(shown).toEqual(days)
        expect(months.flatMap(({ weeks }) => weeks).every((week) => week.length === 7)).toBe(true)
      }),
    )
  })
})

describe('a day', () => {
  test('has 23 hours where the clocks go forward and 25 where they go back', () => {
    const forward = dayOf('2026-03-29', { offsetChange: { at: 0, fromMinutes: 60, toMinutes: 120 } })
    const back = dayOf('2026-10-25', { offsetChange: { at: 0, fromMinutes: 120, toMinutes: 60 } })
    expect([minutesOfDay(forward), minutesOfDay(back), minutesOfDay(dayOf('2026-01-01'))]).toEqual([
      1_380, 1_500, 1_440,
    ])
    expect(countDays([forward, back, dayOf('2026-12-25', { kind: 'holiday' })])).toEqual({
      open: 2,
      closed: 0,
      weekend: 0,
      holiday: 1,
      exception: 0,
      offsetChange: 2,
    })
  })
})

describe('walking over the days', () => {
  test.each([
    ['2026-05-31', 'ArrowRight', '2026-06-01'],
    ['2026-06-01', 'ArrowLeft', '2026-05-31'],
    ['2026-06-03', 'ArrowUp', '2026-05-27'],
    ['2026-06-03', 'ArrowDown', '2026-06-10'],
    ['2026-02-17', 'Home', '2026-02-01'],
    ['2028-02-17', 'End', '2028-02-29'],
    ['2026-03-31', 'PageUp', '2026-02-28'],
    ['2026-01-31', 'PageDown', '2026-02-28'],
    // Nothing lies outside the year that is shown.
    ['2026-12-31', 'ArrowRight', '2026-12-31'],
    ['2026-01-02', 'ArrowUp', '2026-01-02'],
    ['2026-12-15', 'PageDown', '2026-12-15'],
    ['2026-06-03', 'x', '2026-06-03'],
  ])('from %s with %s leads to %s', (date, key, next) => {
    expect(dateAfterKey(date, key)).toBe(next)
  })
})
