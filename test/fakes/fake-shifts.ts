import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import { createLiveCollection } from '../../electron/backend/live/live-collection.ts'
import type { DeskForecast } from '../../shared/contract/shifts.ts'

export function createFakeShifts(
  { shifts: subject }: Implementation,
  epoch: string,
): MeridianRouter['shifts'] {
  const forecasts = createLiveCollection<DeskForecast>({ key: ({ deskId }) => deskId ?? '', epoch })
  return {
    forecast: subject.forecast.handler(({ input, signal }) =>
      forecasts.watch(input.after, signal ?? new AbortController().signal),
    ),
  }
}
