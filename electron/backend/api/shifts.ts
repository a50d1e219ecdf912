import type { DeskForecast } from '../../../shared/contract/shifts.ts'
import type { LiveCollection } from '../live/live-collection.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { watchCollection } from './watch-collection.ts'

export function implementShifts(
  { shifts: subject }: Implementation,
  forecasts: LiveCollection<DeskForecast>,
): MeridianRouter['shifts'] {
  return { forecast: subject.forecast.handler(watchCollection(forecasts)) }
}
