import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import { createLiveCollection, type LiveCollection } from '../../electron/backend/live/live-collection.ts'
import type { Desk } from '../../shared/contract/settings.ts'
import type { DeskForecast } from '../../shared/contract/shifts.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { forecastBreaches } from '../../shared/shifts/forecast.ts'

/** Three desks that follow the sun and leave the small hours of Europe to nobody. */
export const fakeDesks: Desk[] = [
  { id: 'north', name: 'Madrid', timeZone: 'Europe/Madrid', hours: everyDay('08:00', '16:00') },
  { id: 'east', name: 'Bangalore', timeZone: 'Asia/Kolkata', hours: everyDay('06:00', '14:00') },
  { id: 'west', name: 'Bogotá', timeZone: 'America/Bogota', hours: everyDay('07:00', '15:00') },
]

function everyDay(from: string, to: string): Desk['hours'] {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  return Object.fromEntries(days.map((day) => [day, [[from, to]]]))
}

export function createFakeShifts(
  { shifts: subject }: Implementation,
  board: LiveCollection<BoardRow>,
  now: () => number,
  epoch: string,
): MeridianRouter['shifts'] {
  const forecasts = createLiveCollection<DeskForecast>({ key: ({ deskId }) => deskId ?? '', epoch })
  return {
    forecast: subject.forecast.handler(({ input, signal }) => {
      // As of when somebody looks: nobody waits for the next watch in front of a fake.
      forecasts.replaceAll(forecastBreaches(fakeDesks, board.snapshot().values, now()))
      return forecasts.watch(input.after, signal ?? new AbortController().signal)
    }),
  }
}
