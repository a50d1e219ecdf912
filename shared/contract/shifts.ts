import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { forViewer } from './base.ts'
import { liveStream, watchInput } from './live.ts'

/** What breaches on one desk's watch within the next 24 hours, if nobody acts. Its key is the desk's id, or empty. */
const deskForecast = z.object({
  /** Null: instants at which no desk is in its day. */
  deskId: z.string().nullable(),
  name: z.string().nullable(),
  onDuty: z.boolean(),
  /** When it has the watch, half-open, in order; one that goes on may have begun before now. */
  watches: z.array(z.object({ from: instant, to: instant })),
  /** Promises that run out on its watch, soonest first. */
  breaches: z.array(
    z.object({ ticketId: z.string(), clockId: z.string(), dueAt: instant, severityRank: z.int().nullable() }),
  ),
  /** The horizon: a whole hour 24 to 25 hours ahead, the same for every desk. It moves once an hour. */
  until: instant,
})
export type DeskForecast = z.infer<typeof deskForecast>

export const shiftsContract = {
  forecast: forViewer
    .route({ method: 'GET', path: '/shifts/forecast/watch', summary: 'Breaches in each desk’s watch' })
    .input(watchInput)
    .output(liveStream(deskForecast)),
}
