import * as z from 'zod'
import { domain, side } from './domain.ts'
import { instant } from './instant.ts'
import { channel, severityCode, TEXT_LIMITS, ticketStatus } from './ticket.ts'

const actor = z.object({ name: z.string().max(TEXT_LIMITS.name).nullable(), side })

const head = {
  /** The source's own id of the event, unique within the ticket: the key of idempotent upserts. */
  externalId: z.string().min(1).max(TEXT_LIMITS.name),
  /** When it happened, by the source's clock. */
  at: instant,
  actor,
}
const text = z.string().max(TEXT_LIMITS.body)
const shortText = z.string().max(TEXT_LIMITS.subject)

/** One thing that happened to a ticket. Events are appended, never changed: clocks are replayed from them. */
export const ticketEvent = z.discriminatedUnion('kind', [
  z.object({
    ...head,
    kind: z.literal('created'),
    channel,
    severity: severityCode.nullable(),
    status: ticketStatus,
    text,
  }),
  /** A message the other side can see; `actor.side` says whose. */
  z.object({ ...head, kind: z.literal('reply'), channel, text }),
  /** Internal: the customer never sees it and it answers no clock. */
  z.object({ ...head, kind: z.literal('note'), text }),
  /** A call was made or taken; iPass severity 1 re-arms its 15 minutes on it. */
  z.object({ ...head, kind: z.literal('phone-call'), text }),
  z.object({
    ...head,
    kind: z.literal('status'),
    from: ticketStatus.nullable(),
    to: ticketStatus,
    raw: shortText,
  }),
  z.object({
    ...head,
    kind: z.literal('severity'),
    basis: z.enum(['reported', 'assessed']),
    from: severityCode.nullable(),
    to: severityCode.nullable(),
    reason: shortText.nullable(),
  }),
  z.object({ ...head, kind: z.literal('owner'), from: shortText.nullable(), to: shortText.nullable() }),
  z.object({ ...head, kind: z.literal('customer'), from: shortText.nullable(), to: shortText.nullable() }),
  z.object({
    ...head,
    kind: z.literal('domain'),
    from: domain.nullable(),
    to: domain.nullable(),
    reason: shortText.nullable(),
  }),
  z.object({
    ...head,
    kind: z.literal('field'),
    name: shortText,
    from: text.nullable(),
    to: text.nullable(),
  }),
  z.object({ ...head, kind: z.literal('merged'), into: shortText }),
])
export type TicketEvent = z.infer<typeof ticketEvent>
export type TicketEventKind = TicketEvent['kind']
