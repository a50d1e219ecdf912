import * as z from 'zod'
import { instant } from './instant.ts'

/** Whether a line was seen or is supposed (how an expert works a fault, seed 003). */
const certainty = z.enum(['observation', 'assumption'])

const line = z.object({ certainty, text: z.string().max(4_000) })
export type ReportLine = z.infer<typeof line>

/** Can the fault be made to happen? poor: not at all, or not tried; good: by the customer on request; isolation: by us at will. */
export const replication = z.enum(['poor', 'good', 'isolation'])
export type Replication = z.infer<typeof replication>

/** What goes to the carrier or the customer, written from an analysis and by hand. */
export const incidentReport = z.object({
  id: z.string(),
  analysisId: z.string().nullable(),
  ticketId: z.string().nullable(),
  language: z.enum(['en', 'es']),
  title: z.string().min(1).max(300),
  /** What happens, to whom, since when. */
  summary: z.array(line).max(100),
  /** The A/B examples, as lines of `name: value`. */
  examples: z
    .array(z.object({ title: z.string(), failing: z.array(z.string()), working: z.array(z.string()) }))
    .max(20),
  commonalities: z.array(line).max(100),
  replication,
  replicationNote: z.string().max(4_000),
  /** What was checked, and what came of it. */
  checked: z.array(line).max(100),
  createdAt: instant,
  updatedAt: instant,
  updatedBy: z.string(),
})
export type IncidentReport = z.infer<typeof incidentReport>
