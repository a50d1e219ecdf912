import { describe, expect, test } from 'vitest'
import { createLiveForecast } from '../../../electron/backend/sla/live-forecast.ts'
import type { Desk } from '../../../shared/contract/settings.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import { createManualTimekeeper } from '../../fakes/manual-timekeeper.ts'
import { clockOf, rowOf } from './board-fixtures.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** A Monday. Bangalore has been in since 02:30, Bruges comes at 06:00 UTC. */
const START = Date.UTC(2026, 5, 1, 5, 20)

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function desk(id: string, timeZone: string): Desk {
  return { id, name: id, timeZone, hours: Object.fromEntries(DAYS.map((day) => [day, [['08:00', '17:00']]])) }
}

const bangalore = desk('bangalore', 'Asia/Kolkata')
const bruges = desk('bruges', 'Europe/Brussels')

function dueIn(number: number, ms: number): BoardRow {
  return rowOf(`desk:${number}`, [clockOf({ dueAt: START + ms })], START)
}

function forecastOver(rows: BoardRow[], desks: Desk[] = [bangalore, bruges]) {
  const timekeeper = createManualTimekeeper(START)
  const forecast = createLiveForecast({ rows: () => rows, desks: () => desks, timekeeper, epoch: 'test' })
  forecast.refresh()
  return { ...forecast, timekeeper, rows, desks }
}

type Forecast = ReturnType<typeof forecastOver>

function counts({ forecasts }: Forecast): Record<string, number> {
  return Object.fromEntries(
    forecasts.snapshot().values.map(({ deskId, breaches }) => [deskId ?? 'nobody', breaches.length]),
  )
}

/** How many times something was published. */
function revisionOf({ forecasts }: Forecast): number {
  return Number(forecasts.snapshot().revision.split('.')[1])
}

describe('the forecast of a hub', () => {
  test('is there at the start', () => {
    const forecast = forecastOver([
      dueIn(1, MINUTE),
      dueIn(2, HOUR),
      dueIn(3, 20 * HOUR),
      dueIn(4, 26 * HOUR),
    ])
    expect(counts(forecast)).toEqual({ bangalore: 1, bruges: 1, nobody: 1 })
  })

  test('follows rows within a second, and once for many changes', () => {
    const forecast = forecastOver([])
    const before = revisionOf(forecast)
    for (let number = 0; number < 50; number += 1) {
      forecast.rows.push(dueIn(number, HOUR))
      forecast.rowsChanged()
    }
    expect(counts(forecast)['bruges']).toBe(0)
    forecast.timekeeper.moveTo(START + SECOND)
    expect(counts(forecast)['bruges']).toBe(50)
    expect(revisionOf(forecast)).toBe(before + 1)
  })

  test('changes hands when a watch begins', () => {
    const forecast = forecastOver([dueIn(1, 20 * MINUTE)])
    expect(forecast.forecasts.get('bangalore')).toMatchObject({
      onDuty: true,
      breaches: [{ ticketId: 'desk:1' }],
    })
    forecast.timekeeper.moveTo(START + 40 * MINUTE)
    expect(forecast.forecasts.get('bangalore')).toMatchObject({ onDuty: false, breaches: [] })
    expect(forecast.forecasts.get('bruges')).toMatchObject({ onDuty: true })
  })

  test('looks 24 hours ahead at any instant', () => {
    const forecast = forecastOver([])
    for (let minute = 0; minute < 48 * 60; minute += 7) {
      const now = START + minute * MINUTE
      forecast.timekeeper.moveTo(now)
      for (const { until } of forecast.forecasts.snapshot().values) {
        expect(until - now).toBeGreaterThan(24 * HOUR)
        expect(until - now).toBeLessThanOrEqual(25 * HOUR)
      }
    }
  })

  test('takes in what comes over the horizon', () => {
    const forecast = forecastOver([dueIn(1, 30 * HOUR)])
    expect(Object.values(counts(forecast))).toEqual([0, 0, 0])
    forecast.timekeeper.moveTo(START + 6 * HOUR)
    expect(counts(forecast)['bruges']).toBe(1)
  })

  test('tells nobody while nothing is new: a quiet hour costs one publication', () => {
    const forecast = forecastOver([dueIn(1, 20 * HOUR)])
    forecast.timekeeper.moveTo(START + 41 * MINUTE)
    const before = revisionOf(forecast)
    for (let second = 0; second < 3_600; second += 5) {
      forecast.rowsChanged()
      forecast.timekeeper.moveTo(START + 41 * MINUTE + second * SECOND)
    }
    // 07:00 UTC: the horizon moves by an hour; no watch begins or ends.
    expect(revisionOf(forecast)).toBe(before + 1)
  })

  test('follows the desks at once, and forgets those that are gone', () => {
    const forecast = forecastOver([dueIn(1, HOUR)])
    forecast.desks.splice(0, 2)
    forecast.refresh()
    expect(counts(forecast)).toEqual({ nobody: 1 })
    forecast.desks.push(desk('hub', 'Etc/UTC'))
    forecast.refresh()
    expect(counts(forecast)).toEqual({ hub: 0, nobody: 1 })
  })

  test('stops waiting when it is stopped', () => {
    const forecast = forecastOver([])
    forecast.rowsChanged()
    expect(forecast.timekeeper.waiting).toBe(2)
    forecast.stop()
    forecast.rowsChanged()
    forecast.refresh()
    expect(forecast.timekeeper.waiting).toBe(0)
  })

  test('of 5,000 rows with three clocks each is computed in a small part of the second it may take', () => {
    const rows = Array.from({ length: 5_000 }, (_, number) =>
      rowOf(
        `desk:${number}`,
        [1, 2, 3].map((part) =>
          clockOf({ id: `metric/${part}`, dueAt: START + ((number * part * 37) % 1_500) * MINUTE }),
        ),
        START,
      ),
    )
    const forecast = forecastOver(rows)
    const began = performance.now()
    for (let round = 0; round < 10; round += 1) forecast.refresh()
    const each = (performance.now() - began) / 10
    console.log(`forecast of 5,000 rows: ${each.toFixed(1)} ms`)
    expect(each).toBeLessThan(200)
  })
})
