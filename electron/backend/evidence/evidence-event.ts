import * as z from 'zod'
import { domain, side } from '../../../shared/records/domain.ts'
import { instant } from '../../../shared/records/instant.ts'
import { channel, severityCode, ticketStatus } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { ReadValues } from './read-values.ts'

const head = { id: z.string(), at: instant, recordedAt: instant, side }

/**
 * An event as evidence shows it: when, what and by which side, never who and never a text. Values that no clock of
 * the contract reads are left out; a field without a name is one of those.
 */
export const evidenceEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.literal('created'),
    channel,
    severity: severityCode.nullable(),
    status: ticketStatus,
  }),
  z.strictObject({ ...head, kind: z.literal('reply'), channel }),
  z.strictObject({ ...head, kind: z.literal('note') }),
  z.strictObject({ ...head, kind: z.literal('phone-call') }),
  z.strictObject({
    ...head,
    kind: z.literal('status'),
    from: ticketStatus.nullable(),
    to: ticketStatus,
  }),
  z.strictObject({
    ...head,
    kind: z.literal('severity'),
    basis: z.enum(['reported', 'assessed']),
    from: severityCode.nullable(),
    to: severityCode.nullable(),
  }),
  z.strictObject({ ...head, kind: z.literal('owner'), to: z.string().nullable() }),
  z.strictObject({
    ...head,
    kind: z.literal('customer'),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  z.strictObject({ ...head, kind: z.literal('domain'), from: domain.nullable(), to: domain.nullable() }),
  z.strictObject({
    ...head,
    kind: z.literal('field'),
    name: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  z.strictObject({ ...head, kind: z.literal('merged'), into: z.string() }),
])
export type EvidenceEvent = z.infer<typeof evidenceEvent>

/** What of an event leaves the hub. */
export function toEvidence(event: TicketEvent, recordedAt: number, read: ReadValues): EvidenceEvent {
  const common = { id: event.externalId, at: event.at, recordedAt, side: event.actor.side }
  switch (event.kind) {
    case 'created': {
      const { kind, severity, status } = event
      return { ...common, kind, channel: event.channel, severity, status }
    }
    case 'reply':
      return { ...common, kind: event.kind, channel: event.channel }
    case 'note':
    case 'phone-call':
      return { ...common, kind: event.kind }
    case 'status':
      return { ...common, kind: event.kind, from: event.from, to: event.to }
    case 'severity':
      return { ...common, kind: event.kind, basis: event.basis, from: event.from, to: event.to }
    case 'owner':
      return { ...common, kind: event.kind, to: read.owner(event.to) }
    case 'customer':
      return { ...common, kind: event.kind, from: event.from, to: event.to }
    case 'domain':
      return { ...common, kind: event.kind, from: event.from, to: event.to }
    case 'field':
      if (!read.field(event.name)) return { ...common, kind: event.kind, name: null, from: null, to: null }
      return { ...common, kind: event.kind, name: event.name, from: event.from, to: event.to }
    case 'merged':
  }
  return { ...common, kind: event.kind, into: event.into }
}

/** The event as the clocks read it: what was left out is empty. */
export function fromEvidence(event: EvidenceEvent): TicketEvent {
  const { id, at, recordedAt: _, side: whose, ...rest } = event
  const common = { externalId: id, at, actor: { name: null, side: whose } }
  switch (rest.kind) {
    case 'created':
    case 'reply':
    case 'note':
    case 'phone-call':
      return { ...common, ...rest, text: '' }
    case 'status':
      return { ...common, ...rest, raw: '' }
    case 'severity':
    case 'domain':
      return { ...common, ...rest, reason: null }
    case 'owner':
      return { ...common, ...rest, from: null }
    case 'field':
      return { ...common, ...rest, name: rest.name ?? '' }
    case 'customer':
    case 'merged':
  }
  return { ...common, ...rest }
}
