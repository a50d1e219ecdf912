import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../shared/contract/settings.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import { forecastBreaches } from '../../../shared/shifts/forecast.ts'
import { deskOnDuty, watchesBetween } from '../../../shared/shifts/roster.ts'
import { blankClock } from '../../../shared/sla/clock-of-cycle.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function desk(id: string, timeZone: string, ...windows: [string, string][]): Desk {
  return { id, name: id, timeZone, hours: Object.fromEntries(DAYS.map((day) => [day, windows])) }
}

const bangalore = desk('bangalore', 'Asia/Kolkata', ['08:00', '17:00'])
const bruges = desk('bruges', 'Europe/Brussels', ['08:00', '17:00'])
const california = desk('california', 'America/Los_Angeles', ['08:00', '17:00'])

function clockOf(change: Partial<Clock>): Clock {
  const blank = blankClock('resolution', 'resolution', 0, null)
  return { ...blank, state: 'running', reason: { key: 'test', values: {} }, ...change }
}

function row(ticketId: string, ...clocks: Partial<Clock>[]) {
  return { ticketId, severityRank: 1, clocks: clocks.map(clockOf) }
}

/** `who HH:MM-HH:MM` in UTC, the day left out. */
function watchesOf(desks: readonly Desk[], from: string, hours = 24): string[] {
  const start = Date.parse(from)
  return watchesBetween(desks, start, start + hours * HOUR).map(
    ({ deskId, from: begin, to }) => `${deskId ?? 'nobody'} ${wall(begin)}-${wall(to)}`,
  )
}

function wall(instant: number): string {
  return new Date(instant).toISOString().slice(11, 16)
}

describe('watches', () => {
  test('follow the sun, the one that comes takes over, and gaps are nobody’s', () => {
    expect(watchesOf([bangalore, bruges, california], '2026-01-12T06:00:00Z')).toEqual([
      'bangalore 06:00-07:00',
      'bruges 07:00-16:00',
      'california 16:00-01:00',
      'nobody 01:00-02:30',
      'bangalore 02:30-06:00',
    ])
  })

  test('of a desk over midnight are one', () => {
    const night = desk('night', 'Etc/UTC', ['22:00', '06:00'])
    expect(watchesOf([night], '2026-01-12T12:00:00Z')).toEqual([
      'nobody 12:00-22:00',
      'night 22:00-06:00',
      'nobody 06:00-12:00',
    ])
  })

  test('go back to a desk that is still in when the one that came later leaves', () => {
    const hub = desk('hub', 'Etc/UTC', ['00:00', '24:00'])
    expect(watchesOf([hub, bruges], '2026-01-12T00:00:00Z')).toEqual([
      'hub 00:00-07:00',
      'bruges 07:00-16:00',
      'hub 16:00-00:00',
    ])
  })

  test('move with summer time, each desk by its own date', () => {
    // Brussels goes forward in the night to 29 March 2026, California did on 8 March.
    expect(watchesOf([bruges, california], '2026-03-28T12:00:00Z', 48)).toEqual([
      'bruges 12:00-15:00',
      'california 15:00-00:00',
      'nobody 00:00-06:00',
      'bruges 06:00-15:00',
      'california 15:00-00:00',
      'nobody 00:00-06:00',
      'bruges 06:00-12:00',
    ])
  })

  test('without any desk are nobody’s', () => {
    expect(watchesOf([], '2026-01-12T00:00:00Z')).toEqual(['nobody 00:00-00:00'])
    expect(watchesBetween([], 5, 5)).toEqual([])
  })
})

describe('the forecast', () => {
  const now = Date.parse('2026-01-12T06:00:00Z')

  test('puts every promise on the watch in which it runs out, soonest first', () => {
    const rows = [
      row('a', { dueAt: now + 2 * HOUR }, { id: 'first-response', dueAt: now + HOUR }),
      row('b', { dueAt: now + HOUR / 2 }),
      row('c', { dueAt: now + 20 * HOUR }),
    ]
    const [east, west, gap] = forecastBreaches([bangalore, bruges], rows, now)
    expect(east).toEqual({
      deskId: 'bangalore',
      name: 'bangalore',
      onDuty: true,
      watches: [
        { from: now, to: now + HOUR },
        { from: now + 20.5 * HOUR, to: now + DAY },
      ],
      breaches: [{ ticketId: 'b', clockId: 'resolution', dueAt: now + HOUR / 2, severityRank: 1 }],
      until: now + DAY,
    })
    expect(west).toMatchObject({ deskId: 'bruges', onDuty: false })
    // 07:00 is the opening: it belongs to the desk that comes.
    expect(west?.breaches.map(({ ticketId, clockId }) => `${ticketId} ${clockId}`)).toEqual([
      'a first-response',
      'a resolution',
    ])
    expect(gap).toMatchObject({ deskId: null, name: null, onDuty: false, breaches: [{ ticketId: 'c' }] })
  })

  test('names a desk without a watch, and nobody only where there is a gap', () => {
    const always = desk('always', 'Etc/UTC', ['00:00', '24:00'])
    const closed: Desk = { ...desk('closed', 'Etc/UTC'), hours: { fri: [['08:00', '09:00']] } }
    expect(
      forecastBreaches([always, closed], [], now).map(({ deskId, watches }) => [deskId, watches.length]),
    ).toEqual([
      ['always', 1],
      ['closed', 0],
    ])
  })

  test('gives everything to nobody where there are no desks', () => {
    expect(forecastBreaches([], [row('a', { dueAt: now + HOUR })], now)).toEqual([
      {
        deskId: null,
        name: null,
        onDuty: true,
        watches: [{ from: now, to: now + DAY }],
        breaches: [{ ticketId: 'a', clockId: 'resolution', dueAt: now + HOUR, severityRank: 1 }],
        until: now + DAY,
      },
    ])
  })

  test.each<[string, Partial<Clock>]>([
    ['what has breached', { state: 'breached', dueAt: now, breachedAt: now }],
    ['what was met', { state: 'met', dueAt: now + HOUR, settledAt: now - HOUR }],
    ['what does not count', { state: 'excluded', dueAt: now + HOUR }],
    ['what waits for somebody', { state: 'paused', dueAt: null }],
    ['what runs out later', { dueAt: now + DAY }],
  ])('leaves out %s', (_what, clock) => {
    expect(forecastBreaches([bruges], [row('a', clock)], now).flatMap(({ breaches }) => breaches)).toEqual([])
  })

  const zone = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe')
  const quarter = fc.integer({ min: 0, max: 95 })
  const window = fc
    .tuple(quarter, quarter)
    .filter(([from, to]) => from !== to)
    .map(([from, to]): [string, string] => [textOf(from), textOf(to)])
  const desks = fc
    .array(fc.tuple(zone, window), { maxLength: 5 })
    .map((all) => all.map(([timeZone, hours], index) => desk(`desk-${index}`, timeZone, hours)))
  // Both changes of the clocks lie in here, of either hemisphere.
  const instant = fc.integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 11, 1) })
  const due = fc.array(fc.integer({ min: -2 * HOUR, max: 26 * HOUR }), { maxLength: 40 })

  test('has every instant on one watch, that of the desk on duty', () => {
    fc.assert(
      fc.property(desks, instant, fc.nat(DAY - 1), (roster, at, after) => {
        const forecasts = forecastBreaches(roster, [], at)
        const watches = forecasts.flatMap(({ watches: own }) => own).sort((a, b) => a.from - b.from)
        expect(watches.map(({ from }) => from)).toEqual([at, ...watches.slice(0, -1).map(({ to }) => to)])
        expect(watches.at(-1)?.to).toBe(at + DAY)
        const moment = at + after
        const holders = forecasts.filter((one) =>
          one.watches.some(({ from, to }) => from <= moment && moment < to),
        )
        expect(holders.map(({ deskId }) => deskId)).toEqual([deskOnDuty(roster, moment)])
        expect(forecasts.filter(({ onDuty }) => onDuty).map(({ deskId }) => deskId)).toEqual([
          deskOnDuty(roster, at),
        ])
      }),
    )
  })

  test('has every promise of the horizon with one desk, and no other', () => {
    fc.assert(
      fc.property(desks, instant, due, (roster, at, offsets) => {
        const rows = offsets.map((offset, index) => row(String(index), { dueAt: at + offset }))
        const breaches = forecastBreaches(roster, rows, at).flatMap(({ deskId, breaches: own }) =>
          own.map(({ ticketId, dueAt }) => ({ ticketId, deskId, dueAt })),
        )
        const expected = rows.flatMap(({ ticketId, clocks }) =>
          clocks.flatMap(({ dueAt }) =>
            dueAt !== null && dueAt >= at && dueAt < at + DAY
              ? [{ ticketId, deskId: deskOnDuty(roster, dueAt), dueAt }]
              : [],
          ),
        )
        const byTicket = (a: { ticketId: string }, b: { ticketId: string }) =>
          Number(a.ticketId) - Number(b.ticketId)
        expect(breaches.sort(byTicket)).toEqual(expected)
      }),
    )
  })
})

function textOf(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}
