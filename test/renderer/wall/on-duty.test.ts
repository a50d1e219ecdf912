import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../shared/contract/settings.ts'
import { desksNow } from '../../../renderer/wall/on-duty.ts'

const day: Desk = {
  id: 'es',
  name: 'Madrid',
  timeZone: 'Europe/Madrid',
  hours: { mon: [['08:00', '16:00']] },
}
const night: Desk = {
  id: 'in',
  name: 'Bangalore',
  timeZone: 'Asia/Kolkata',
  hours: { sun: [['22:00', '06:00']] },
}

function onDuty(desks: Desk[], iso: string): string[] {
  return desksNow(desks, Date.parse(iso))
    .filter((desk) => desk.isOnDuty)
    .map((desk) => desk.name)
}

describe('who is on duty', () => {
  test('hours are wall time of the desk and half-open', () => {
    // Monday 5 January 2026: Madrid is one hour ahead of UTC.
    expect(onDuty([day], '2026-01-05T06:59:00Z')).toEqual([])
    expect(onDuty([day], '2026-01-05T07:00:00Z')).toEqual(['Madrid'])
    expect(onDuty([day], '2026-01-05T14:59:59Z')).toEqual(['Madrid'])
    expect(onDuty([day], '2026-01-05T15:00:00Z')).toEqual([])
  })

  test('summer time moves with the zone', () => {
    expect(onDuty([day], '2026-07-06T06:00:00Z')).toEqual(['Madrid'])
    expect(onDuty([day], '2026-07-06T14:00:00Z')).toEqual([])
  })

  test('a window past midnight belongs to the day it began', () => {
    // Bangalore is 5:30 ahead: Sunday 22:00 there is 16:30 UTC.
    expect(onDuty([night], '2026-01-04T16:30:00Z')).toEqual(['Bangalore'])
    expect(onDuty([night], '2026-01-05T00:29:00Z')).toEqual(['Bangalore'])
    expect(onDuty([night], '2026-01-05T00:30:00Z')).toEqual([])
    expect(onDuty([night], '2026-01-05T16:30:00Z')).toEqual([])
  })

  test('those on duty come first, with the time at their desk', () => {
    expect(desksNow([night, day], Date.parse('2026-01-05T09:05:00Z'))).toEqual([
      { id: 'es', name: 'Madrid', localTime: '10:05', isOnDuty: true },
      { id: 'in', name: 'Bangalore', localTime: '14:35', isOnDuty: false },
    ])
  })

  test('a zone the browser does not know is never on duty', () => {
    expect(desksNow([{ ...day, timeZone: 'Mars/Base' }], 0)).toEqual([
      { id: 'es', name: 'Madrid', localTime: null, isOnDuty: false },
    ])
  })
})
