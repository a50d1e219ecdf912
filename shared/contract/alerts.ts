import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { forViewer } from './base.ts'
import { liveStream, watchInput } from './live.ts'

/** A promise that came to be at risk or breached. Kept while the clock stays so. */
const alert = z.object({
  /** Ticket, clock and kind: one alert per change, however often it is derived. */
  id: z.string(),
  kind: z.enum(['at-risk', 'breached']),
  ticketId: z.string(),
  caseNumber: z.string(),
  subject: z.string(),
  customer: z.string().nullable(),
  severity: z.string().nullable(),
  metric: z.string(),
  dueAt: instant,
  raisedAt: instant,
})
export type Alert = z.infer<typeof alert>

export const alertsContract = {
  watch: forViewer
    .route({ method: 'GET', path: '/alerts/watch', summary: 'Clocks at risk or breached, as they become so' })
    .input(watchInput)
    .output(liveStream(alert)),
}
