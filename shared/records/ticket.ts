import * as z from 'zod'
import { domain } from './domain.ts'
import { instant } from './instant.ts'

/**
 * Where a ticket stands, in our words. Each connector maps its vendor's statuses onto these;
 * the vendor's own word is kept beside it in `rawStatus`.
 */
export const ticketStatus = z.enum([
  'new',
  'open',
  'awaiting-customer',
  'awaiting-mno',
  'on-hold',
  'resolved',
  'closed',
  'withdrawn',
])
export type TicketStatus = z.infer<typeof ticketStatus>

/** Statuses in which nobody owes anybody anything any more. */
export const settledStatuses: readonly TicketStatus[] = ['resolved', 'closed', 'withdrawn']

/** A severity as its contract writes it: a letter or two and one digit, e.g. P1 or S2. */
export const severityCode = z.string().regex(/^[A-Z]{1,3}[0-9]$/)
export type SeverityCode = string

/** How a case reached us. iPass counts from a web case and a phone call differently. */
export const channel = z.enum(['web', 'email', 'phone', 'api', 'chat', 'unknown'])
export type Channel = z.infer<typeof channel>

/** Longest text the store keeps per field; a connector refuses or shortens beyond it and says so. */
export const TEXT_LIMITS = { subject: 1_000, name: 300, body: 200_000 } as const

/** Why a ticket is no longer in its source's scope. Its history is kept. */
export const ticketAbsence = z.enum(['deleted', 'merged', 'out-of-scope'])
export type TicketAbsence = z.infer<typeof ticketAbsence>

/** A ticket's head as its source last reported it. History lives in its events. */
export const ticketRecord = z.object({
  /** The source's own id, unique within the source; with `sourceId` it identifies the ticket. */
  externalId: z.string().min(1).max(TEXT_LIMITS.name),
  caseNumber: z.string().min(1).max(TEXT_LIMITS.name),
  subject: z.string().max(TEXT_LIMITS.subject),
  customer: z.string().max(TEXT_LIMITS.name).nullable(),
  queue: z.string().max(TEXT_LIMITS.name).nullable(),
  owner: z.string().max(TEXT_LIMITS.name).nullable(),
  requestor: z.string().max(TEXT_LIMITS.name).nullable(),
  status: ticketStatus,
  rawStatus: z.string().max(TEXT_LIMITS.name),
  channel,
  /** As the customer reported it, and as we assessed it; null while nobody has said. */
  reportedSeverity: severityCode.nullable(),
  assessedSeverity: severityCode.nullable(),
  domain: domain.nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** The source system's own due time, where it has one (shown as a divergence). */
  sourceDueAt: instant.nullable(),
  /** Page of the ticket in its source system; http or https only. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** Source fields without a place of their own, e.g. operator, ICCID, APN. */
  fields: z.record(z.string(), z.string()),
})
export type TicketRecord = z.infer<typeof ticketRecord>

/** Our id of a ticket: source and external id, so that two help desks never collide. */
export function ticketIdOf(sourceId: string, externalId: string): string {
  return `${sourceId}:${externalId}`
}
