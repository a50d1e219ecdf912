import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { forOperator, forViewer } from './base.ts'
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
  /** 0 is the most severe. */
  severityRank: z.int().nullable(),
  metric: z.string(),
  dueAt: instant,
  raisedAt: instant,
  /** Somebody has seen it and says so: it makes no more noise anywhere. */
  acknowledged: z.object({ by: z.string(), at: instant }).nullable(),
})
export type Alert = z.infer<typeof alert>

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** How one person wants to be told. Nothing of it changes what a screen shows, only what rings and pops up. */
const attention = z.object({
  /** The desk this person sits at: its alerts ring while it is on duty, or while no desk is. Null: always. */
  deskId: z.string().nullable(),
  /** Wall times in a zone; may pass midnight. Then only a breach of the most severe rank rings. */
  quietHours: z.object({ from: wallTime, to: wallTime, timeZone: z.string() }).nullable(),
  sound: z.boolean(),
})
export type Attention = z.infer<typeof attention>

export const alertsContract = {
  watch: forViewer
    .route({ method: 'GET', path: '/alerts/watch', summary: 'Clocks at risk or breached, as they become so' })
    .input(watchInput)
    .output(liveStream(alert)),
  acknowledge: forOperator
    .route({ method: 'POST', path: '/alerts/acknowledge', summary: 'Say that alerts were seen' })
    .input(z.object({ alertIds: z.array(z.string()).min(1).max(5_000) }))
    /** How many nobody had acknowledged before; the first to do so stays. What no longer stands is passed over. */
    .output(z.object({ acknowledged: z.int() })),
  attention: forViewer
    .route({ method: 'GET', path: '/attention', summary: 'How the caller wants to be told' })
    .output(attention),
  /** For persons: FORBIDDEN to a wall. REFUSED for a desk or zone nobody knows, and for hours that are empty. */
  setAttention: forViewer
    .route({ method: 'PUT', path: '/attention', summary: 'Change how the caller is told' })
    .input(attention)
    .output(attention),
}
