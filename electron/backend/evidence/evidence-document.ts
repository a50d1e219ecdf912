import * as z from 'zod'
import { clock, ledgerEntry, reason } from '../../../shared/records/clock.ts'
import { domain } from '../../../shared/records/domain.ts'
import { instant } from '../../../shared/records/instant.ts'
import { channel, severityCode, ticketAbsence, ticketStatus } from '../../../shared/records/ticket.ts'
import { evidenceEvent } from './evidence-event.ts'
import { holidayYear } from './recorded-holidays.ts'

// What a file of evidence holds: docs/evidence.md.

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

/** A clock as it was derived, with the reasons also as English sentences in the zone of its calendar. */
const evidenceClock = z.strictObject({
  clock: z.strictObject(clock.shape),
  timeZone: z.string(),
  ledger: z.array(z.strictObject({ ...ledgerEntry.shape, sentence: z.string() })),
  explanation: z.array(z.strictObject({ ...reason.shape, sentence: z.string() })),
})
export type EvidenceClock = z.infer<typeof evidenceClock>

/** The head of a ticket without the people in it. Fields: those that the contract reads. */
const evidenceTicket = z.strictObject({
  ticketId: z.string(),
  sourceId: z.string(),
  externalId: z.string(),
  caseNumber: z.string(),
  subject: z.string(),
  customer: z.string().nullable(),
  queue: z.string().nullable(),
  status: ticketStatus,
  channel,
  reportedSeverity: severityCode.nullable(),
  assessedSeverity: severityCode.nullable(),
  domain: domain.nullable(),
  createdAt: instant,
  updatedAt: instant,
  sourceDueAt: instant.nullable(),
  absence: ticketAbsence.nullable(),
  fields: z.record(z.string(), z.string()),
})
export type EvidenceTicket = z.infer<typeof evidenceTicket>

const evidenceContent = z.strictObject({
  /** What this is and what it leaves out, for a person who opens it. */
  about: z.array(z.string()),
  program: z.strictObject({
    name: z.literal('Meridian'),
    version: z.string(),
    /** Release of the IANA zones it counted with. */
    timeZones: z.string(),
  }),
  /** The hub's own time; clocks are as of this instant. */
  exportedAt: instant,
  signing: z.union([z.strictObject({ fingerprint: sha256Text }), z.strictObject({ unsigned: z.string() })]),
  ticket: evidenceTicket,
  events: z.array(evidenceEvent),
  /** Null where no contract was assigned. `text` is the policy file as it was. */
  policy: z
    .strictObject({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      sha256: sha256Text,
      text: z.string(),
    })
    .nullable(),
  /** Which rule of the hub gave this ticket that contract. */
  assignment: z.string(),
  holidays: z.array(holidayYear),
  clocks: z.array(evidenceClock),
})
export type EvidenceContent = z.infer<typeof evidenceContent>

export const evidenceDocument = z.strictObject({
  format: z.literal('meridian-evidence/1'),
  content: evidenceContent,
  /** Of the content in its canonical form (RFC 8785). */
  sha256: sha256Text,
  /** Ed25519 over the same bytes; null where the hub could keep no key. */
  signature: z
    .strictObject({
      algorithm: z.literal('Ed25519'),
      publicKey: z.string(),
      value: z.string().regex(/^[0-9a-f]{128}$/),
    })
    .nullable(),
})
export type EvidenceDocument = z.infer<typeof evidenceDocument>
