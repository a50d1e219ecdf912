import * as fc from 'fast-check'
import { applyEdits } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { addHolidays, holidaysOf } from '../../../renderer/workshop/add-holidays.ts'

function textWith(calendar: string): string {
  return `{\n  "calendars": {\n    "always": { "hours": "always" },\n    "desk": ${calendar}\n  },\n  "version": 1\n}\n`
}

function added(text: string, calendar: string, dates: readonly string[]): string | null {
  const edit = addHolidays(text, calendar, dates)
  return edit === null ? null : applyEdits(text, [edit])
}

describe('dates put into the holidays of a calendar', () => {
  test('go into a list on one line in the order of the year', () => {
    const text = textWith('{ "holidays": ["2026-05-01"], "hours": "always" }')
    expect(added(text, 'desk', ['2026-12-25', '2026-01-01'])).toBe(
      textWith('{ "holidays": ["2026-01-01", "2026-05-01", "2026-12-25"], "hours": "always" }'),
    )
  })

  test('go into a list of lines, one to a line, where it is too long for one', () => {
    const dates = Array.from({ length: 9 }, (_, index) => `2026-0${index + 1}-10`)
    const before = textWith('{\n      "holidays": [\n        "2026-03-10"\n      ]\n    }')
    const lines = dates.map((date) => `        "${date}"`).join(',\n')
    expect(added(before, 'desk', dates)).toBe(textWith(`{\n      "holidays": [\n${lines}\n      ]\n    }`))
  })

  test('make the list where there is none, behind what is there', () => {
    expect(added(textWith('{ "hours": "always" }'), 'desk', ['2026-01-01'])).toBe(
      textWith('{ "hours": "always", "holidays": ["2026-01-01"] }'),
    )
    expect(added(textWith('{\n      "hours": "always"\n    }'), 'desk', ['2026-01-01'])).toBe(
      textWith('{\n      "hours": "always",\n      "holidays": ["2026-01-01"]\n    }'),
    )
    expect(added(textWith('{}'), 'desk', ['2026-01-01'])).toBe(textWith('{ "holidays": ["2026-01-01"] }'))
  })

  test('change nothing where all are there already, or the calendar is not', () => {
    const text = textWith('{ "holidays": ["2026-05-01"] }')
    expect(addHolidays(text, 'desk', ['2026-05-01'])).toBeNull()
    expect(addHolidays(text, 'night', ['2026-05-01'])).toBeNull()
    expect(addHolidays('', 'desk', ['2026-05-01'])).toBeNull()
  })

  test('are all in the text afterwards, once each, and the rest says what it said', () => {
    const day = fc
      .integer({ min: 0, max: 1_500 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
    const shape = fc.constantFrom<(list: string) => string>(
      (list) => `{ "hours": "always", "holidays": ${list} }`,
      (list) => `{\n      "holidays": ${list},\n      "hours": "always"\n    }`,
      () => '{ "hours": "always" }',
    )
    fc.assert(
      fc.property(fc.uniqueArray(day), fc.array(day), shape, (held, wanted, write) => {
        const text = textWith(write(JSON.stringify(held.toSorted())))
        const before = holidaysOf(text, 'desk')
        const after = added(text, 'desk', wanted) ?? text
        const all = [...new Set([...before, ...wanted])].sort()
        const parsed: unknown = JSON.parse(after)
        expect(parsed).toMatchObject({ version: 1, calendars: { desk: { hours: 'always' } } })
        expect([...holidaysOf(after, 'desk')].sort()).toEqual(all)
      }),
    )
  })
})
