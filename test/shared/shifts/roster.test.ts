import { expect, test } from 'vitest'
import type { Desk } from '../../../shared/contract/settings.ts'
import { deskOnDuty } from '../../../shared/shifts/roster.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function desk(
  id: string,
  timeZone: string,
  open: string,
  close: string,
  days: readonly (typeof DAYS)[number][] = DAYS,
): Desk {
  return { id, name: id, timeZone, hours: Object.fromEntries(days.map((day) => [day, [[open, close]]])) }
}

const desks = [
  desk('bangalore', 'Asia/Kolkata', '08:00', '17:00'),
  desk('bruges', 'Europe/Brussels', '08:00', '17:00'),
  desk('california', 'America/Los_Angeles', '08:00', '20:00', ['mon', 'tue', 'wed', 'thu', 'fri']),
]

function onDuty(instant: string, of: readonly Desk[] = desks): string | null {
  return deskOnDuty(of, Date.parse(instant))
}

test('follows the sun', () => {
  expect(onDuty('2026-03-10T05:00:00Z')).toBe('bangalore')
  expect(onDuty('2026-03-10T12:00:00Z')).toBe('bruges')
  expect(onDuty('2026-03-10T20:00:00Z')).toBe('california')
})

test('where two overlap the one that came last has the watch', () => {
  // Bangalore closes at 11:30 UTC, Bruges has been in since 07:00.
  expect(onDuty('2026-03-10T08:00:00Z')).toBe('bruges')
  expect(onDuty('2026-03-10T15:30:00Z')).toBe('california')
  expect(onDuty('2026-03-10T15:30:00Z', desks.toReversed())).toBe('california')
})

test('a gap is nobody’s watch', () => {
  expect(onDuty('2026-03-15T01:00:00Z')).toBeNull()
  expect(onDuty('2026-03-15T01:00:00Z', [])).toBeNull()
})

test('follows summer time of each desk by itself', () => {
  // California changes on 8 March, Brussels on 29 March 2026.
  expect(onDuty('2026-03-06T15:30:00Z')).toBe('bruges')
  expect(onDuty('2026-03-09T15:30:00Z')).toBe('california')
})

test('a desk around the clock stands in where no other is in its day', () => {
  const withHub = [desk('hub', 'Etc/UTC', '00:00', '24:00'), ...desks]
  expect(onDuty('2026-03-15T01:00:00Z', withHub)).toBe('hub')
  expect(onDuty('2026-03-10T12:00:00Z', withHub)).toBe('bruges')
})

test('hours that cannot be are refused', () => {
  expect(() => onDuty('2026-03-10T12:00:00Z', [desk('x', 'Nowhere/Town', '08:00', '17:00')])).toThrow(
    CalendarFault,
  )
})
