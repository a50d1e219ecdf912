import * as z from 'zod'
import { clock, ledgerEntry, reason } from '../records/clock.ts'
import { divergence } from '../records/divergence.ts'
import { escalationStep } from '../records/escalation.ts'
import { instant } from '../records/instant.ts'
import { refusal } from '../records/source.ts'
import { ticketAbsence, ticketRecord } from '../records/ticket.ts'
import { ticketEvent } from '../records/ticket-event.ts'
import { forOperator, forViewer } from './base.ts'

const ticketId = z.object({ ticketId: z.string().min(1) })

const storedTicket = z.object({
  ...ticketRecord.shape,
  ticketId: z.string(),
  sourceId: z.string(),
  /** Set once the source no longer lists it. */
  absence: ticketAbsence.nullable(),
})
export type StoredTicket = z.infer<typeof storedTicket>

const ticketDetail = z.object({
  ticket: storedTicket,
  events: z.array(z.object({ event: ticketEvent, recordedAt: instant })),
  policyId: z.string().nullable(),
  policyName: z.string().nullable(),
  /** Which rule chose the policy, e.g. "assigned to customer" or "default". */
  policyReason: z.string(),
  clocks: z.array(clock),
  /** Where the source system's own due time differs from ours; null where it has none. */
  divergence: divergence.nullable(),
  /** By due instant. */
  escalations: z.array(escalationStep),
  now: instant,
})
export type TicketDetail = z.infer<typeof ticketDetail>

const searchHit = z.object({
  ticketId: z.string(),
  caseNumber: z.string(),
  subject: z.string(),
  customer: z.string().nullable(),
  status: ticketRecord.shape.status,
  updatedAt: instant,
  /** The matching words in their surroundings, plain text; matches stand between « and ». */
  excerpt: z.string(),
})

/** Column of the file for each of our fields, and constants for those without a column. */
export const fileMapping = z.object({
  columns: z.record(z.string(), z.string()),
  constants: z.record(z.string(), z.string()),
  statuses: z.record(z.string(), ticketRecord.shape.status),
  severities: z.record(z.string(), z.string()),
  /** IANA zone of wall times without an offset in the file; without one such times are refused. */
  timeZone: z.string().nullable(),
})
export type FileMapping = z.infer<typeof fileMapping>

/** A file sent by a page: at most 8 MB of content. Larger files go by a watched path or the command line. */
const sentFile = z.object({
  fileName: z.string().min(1).max(255),
  base64: z.base64().max(11_200_000),
  mapping: fileMapping.nullable(),
})

export const ticketsContract = {
  get: forViewer
    .route({ method: 'GET', path: '/tickets/{ticketId}', summary: 'One ticket: timeline and clocks' })
    .input(ticketId)
    .output(ticketDetail),
  ledger: forViewer
    .route({
      method: 'GET',
      path: '/tickets/{ticketId}/ledger',
      summary: 'Every second of one clock and its cause',
    })
    .input(z.object({ ...ticketId.shape, clockId: z.string().min(1) }))
    .output(
      z.object({
        clock,
        entries: z.array(ledgerEntry),
        /** Why it stands where it stands, sentence by sentence: the promise, the hours, what was left out. */
        explanation: z.array(reason),
        now: instant,
      }),
    ),
  exportClocks: forViewer
    .route({
      method: 'GET',
      path: '/tickets/{ticketId}/clocks',
      summary: 'Every ledger of a ticket: CSV, or signed JSON that proves itself',
    })
    .input(z.object({ ...ticketId.shape, format: z.enum(['csv', 'json']) }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })),
  search: forViewer
    .route({ method: 'GET', path: '/tickets', summary: 'Full-text search, open and settled' })
    .input(
      z.object({
        words: z.string().min(1).max(200),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(searchHit)),
  previewFile: forOperator
    .route({ method: 'POST', path: '/tickets/preview-file', summary: 'What a file would become' })
    .input(sentFile)
    .output(
      z.object({
        columns: z.array(z.string()),
        mapping: fileMapping,
        tickets: z.array(ticketRecord).max(3),
        ticketCount: z.int(),
        eventCount: z.int(),
        refusals: z.array(refusal),
        refusalCount: z.int(),
      }),
    ),
  importFile: forOperator
    .route({ method: 'POST', path: '/tickets/import-file', summary: 'Import a file once' })
    .input(z.object({ ...sentFile.shape, sourceName: z.string().min(1).max(100) }))
    .output(
      z.object({
        sourceId: z.string(),
        tickets: z.int(),
        events: z.int(),
        refusals: z.array(refusal),
        refusalCount: z.int(),
      }),
    ),
}
