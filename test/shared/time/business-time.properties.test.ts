import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addBusinessDays } from '../../../shared/time/business-days.ts'
import {
  add,
  isOpen,
  nextClosing,
  nextOpening,
  subtract,
  within,
} from '../../../shared/time/business-time.ts'
import { calendar } from '../../../shared/time/calendar.ts'
import { compileCalendar } from '../../../shared/time/compiled-calendar.ts'
import { withoutIntervals, mergeIntervals } from '../../../shared/time/intervals.ts'
import {
  addBusinessDaysPaused,
  addPaused,
  subtractPaused,
  withinPaused,
} from '../../../shared/time/pauses.ts'
import { stretches } from '../../../shared/time/stretches.ts'
import { instantOfWall, zoneOffsets } from '../../../shared/time/zone.ts'
import { answersOfAYear } from '../../fixtures/sla/answers-of-a-year.ts'

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
const SPAN = { min: Date.UTC(2010, 0, 1), max: Date.UTC(2026, 11, 31) }
const instants = fc
  .integer({ min: SPAN.min / 1_000, max: SPAN.max / 1_000 })
  .map((seconds) => seconds * 1_000)
const durations = fc.integer({ min: 1, max: 40 * 24 * 3_600 }).map((seconds) => seconds * 1_000)

const wallTime = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`)
/** One window a day, possibly over midnight: a night shift must end before the next day's begins. */
const hours = fc.oneof(
  fc.tuple(wallTime, wallTime).filter(([open, close]) => open < close),
  fc.constant<[string, string]>(['22:00', '06:00']),
  fc.constant<[string, string]>(['00:00', '24:00']),
)

const compiledCalendars = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    window: hours,
    days: fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), { minLength: 1 }),
    holidays: fc.array(fc.integer({ min: 14_610, max: 20_800 }), { maxLength: 20 }),
  })
  .map(({ timeZone, window, days, holidays }) => {
    const definition = calendar.parse({
      timeZone,
      hours: Object.fromEntries(days.map((day) => [day, [window]])),
      holidays: holidays.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    })
    return compileCalendar(definition, Date.UTC(2018, 0, 1), Date.UTC(2018, 1, 1))
  })

const pauseLists = fc.array(
  fc.tuple(instants, fc.integer({ min: 1, max: 5 * 86_400 })).map(([from, seconds]) => ({
    from,
    to: from + seconds * 1_000,
  })),
  { maxLength: 6 },
)

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

describe('business time', () => {
  test('within(from, add(from, d)) is d, and the same backwards', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, (own, from, duration) => {
        expect(within(own, from, add(own, from, duration))).toBe(duration)
        expect(within(own, subtract(own, from, duration), from)).toBe(duration)
      }),
    )
  })

  test('adding more never lands earlier, and later starts never land earlier', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, durations, (own, from, one, other) => {
        expect(add(own, from, one + other)).toBeGreaterThan(add(own, from, one))
        expect(add(own, from + other, one)).toBeGreaterThanOrEqual(add(own, from, one))
      }),
    )
  })

  test('open time is additive over a split', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, durations, (own, from, one, other) => {
        const middle = from + one
        const end = middle + other
        expect(within(own, from, middle) + within(own, middle, end)).toBe(within(own, from, end))
      }),
    )
  })

  test('a sum lands in or at the edge of an opening, and openings and closings agree with isOpen', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, (own, from, duration) => {
        expect(isOpen(own, add(own, from, duration) - 1)).toBe(true)
        const opening = nextOpening(own, from)
        expect(isOpen(own, opening)).toBe(true)
        expect(within(own, from, opening)).toBe(0)
        const closing = nextClosing(own, opening)
        if (closing === null) return
        expect(isOpen(own, closing)).toBe(false)
        expect(within(own, opening, closing)).toBe(closing - opening)
      }),
    )
  })

  test('pauses are exclusions: the due instant leaves exactly the duration outside them', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, pauseLists, (own, from, duration, pauses) => {
        const due = addPaused(own, from, duration, pauses)
        expect(withinPaused(own, from, due, pauses)).toBe(duration)
        expect(due).toBeGreaterThanOrEqual(add(own, from, duration))
      }),
    )
  })

  test('backwards too: the last instant that leaves exactly the duration outside them', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, pauseLists, (own, from, duration, pauses) => {
        const start = subtractPaused(own, from, duration, pauses)
        expect(withinPaused(own, start, from, pauses)).toBe(duration)
        expect(withinPaused(own, start + 1_000, from, pauses)).toBeLessThan(duration)
        expect(subtractPaused(own, from, duration, [])).toBe(subtract(own, from, duration))
      }),
    )
  })

  test('working days move on by the open time that lay in pauses, and by nothing else', () => {
    const meanings = fc.constantFrom('same-wall-time' as const, 'end-of-working-day' as const)
    const counts = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(
        compiledCalendars,
        instants,
        counts,
        meanings,
        pauseLists,
        (own, from, days, meaning, pauses) => {
          const plain = addBusinessDays(own, from, days, meaning)
          const moved = addBusinessDaysPaused(own, from, days, meaning, pauses)
          expect(withinPaused(own, from, moved, pauses)).toBe(within(own, from, plain))
          expect(meaning === 'end-of-working-day' || isOpen(own, moved)).toBe(true)
          expect(addBusinessDaysPaused(own, from, days, meaning, [])).toBe(plain)
        },
      ),
    )
  })

  test('stretches are contiguous and their open ones add up', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, durations, (own, from, length) => {
        const found = stretches(own, from, from + length)
        expect(found[0]?.from).toBe(from)
        expect(found.at(-1)?.to).toBe(from + length)
        found.slice(1).forEach((stretch, index) => expect(stretch.from).toBe(found[index]?.to))
        const open = found
          .filter(({ kind }) => kind === 'open')
          .reduce((sum, { from: a, to: b }) => sum + b - a, 0)
        expect(open).toBe(within(own, from, from + length))
      }),
      { numRuns: 60 },
    )
  })

  test('the order in which spans are asked for changes nothing', () => {
    fc.assert(
      fc.property(compiledCalendars, instants, instants, durations, (own, early, late, duration) => {
        const fresh = compileCalendar(own.calendar, late, late + 1)
        add(fresh, late, duration)
        expect(add(fresh, early, duration)).toBe(add(own, early, duration))
      }),
      { numRuns: 60 },
    )
  })
})

describe('wall times', () => {
  const digits = fc
    .integer({ min: SPAN.min / 60_000, max: SPAN.max / 60_000 })
    .map((minute) => minute * 60_000)

  test('the prepared table resolves every wall time as Temporal does', () => {
    const tables = new Map(ZONES.map((zone) => [zone, zoneOffsets(zone, SPAN.min, SPAN.max)]))
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), digits, (zone, wallMs) => {
        expect(instantOfWall(tables.get(zone) ?? { starts: [], offsets: [] }, wallMs)).toBe(
          temporal(zone, wallMs),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('also in the hours around every change of offset', () => {
    for (const zone of ZONES) {
      const table = zoneOffsets(zone, SPAN.min, SPAN.max)
      for (const change of table.starts.slice(1)) {
        for (let minutes = -1_500; minutes <= 1_500; minutes += 15) {
          const wallMs = change + minutes * 60_000 + (table.offsets[0] ?? 0)
          expect(instantOfWall(table, wallMs)).toBe(temporal(zone, wallMs))
        }
      }
    }
  }, 60_000)

  function temporal(zone: string, wallMs: number): number {
    return Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, 19)).toZonedDateTime(zone, {
      disambiguation: 'compatible',
    }).epochMilliseconds
  }
})

test('the zone of the machine changes no answer', { timeout: 60_000 }, () => {
  const module = resolve(import.meta.dirname, '../../fixtures/sla/answers-of-a-year.ts')
  const program = `import(${JSON.stringify(module)}).then((year) => process.stdout.write(year.answersOfAYear()))`
  const here = answersOfAYear()
  expect(here.split('\n').length).toBe(365)
  for (const TZ of ['Etc/UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Apia']) {
    const child = spawnSync(process.execPath, ['-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    expect(child.stderr).toBe('')
    expect(child.stdout).toBe(here)
  }
})

test('intervals without holes are what is left of them', () => {
  const all = mergeIntervals([
    { from: 5, to: 9 },
    { from: 0, to: 3 },
    { from: 3, to: 5 },
    { from: 20, to: 20 },
  ])
  expect(all).toEqual([{ from: 0, to: 9 }])
  expect(withoutIntervals(all, [{ from: 2, to: 4 }])).toEqual([
    { from: 0, to: 2 },
    { from: 4, to: 9 },
  ])
})
