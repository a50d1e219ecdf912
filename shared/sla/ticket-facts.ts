import type { Domain } from '../records/domain.ts'
import type { Channel, TicketRecord, TicketStatus } from '../records/ticket.ts'
import type { TicketEvent } from '../records/ticket-event.ts'

/** What of a ticket its clocks depend on. */
export type TicketFacts = Pick<
  TicketRecord,
  | 'subject'
  | 'customer'
  | 'queue'
  | 'status'
  | 'channel'
  | 'reportedSeverity'
  | 'assessedSeverity'
  | 'domain'
  | 'createdAt'
  | 'fields'
>

/** The ticket as it stood at one moment of its history. */
export interface Facts {
  readonly subject: string
  readonly queue: string | null
  readonly channel: Channel
  status: TicketStatus
  reported: string | null
  assessed: string | null
  domain: Domain | null
  customer: string | null
  /** Source fields; those that change over time stand here with the value of the moment. */
  fields: Readonly<Record<string, string>>
}

/** Assessed outranks reported: the contract is run by what we found, both are kept. */
export function severityOf(facts: Pick<Facts, 'assessed' | 'reported'>): string | null {
  return facts.assessed ?? facts.reported
}

/** A source field by the name a contract gives it; null where the ticket has none, whatever objects inherit. */
export function fieldOf({ fields }: Pick<Facts, 'fields'>, name: string): string | null {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null
}

/** The ticket as its head says it stands now. */
export function factsOf(ticket: TicketFacts): Facts {
  return {
    subject: ticket.subject,
    queue: ticket.queue,
    channel: ticket.channel,
    status: ticket.status,
    reported: ticket.reportedSeverity,
    assessed: ticket.assessedSeverity,
    domain: ticket.domain,
    customer: ticket.customer,
    fields: ticket.fields,
  }
}

/**
 * The facts before the first event. Where no event tells how a fact came about, it has always been what the
 * ticket's head says; where one does, the first such event knows what it was before.
 */
export function initialFacts(ticket: TicketFacts, events: readonly TicketEvent[]): Facts {
  const facts = factsOf(ticket)
  // Backwards, so that the first event of each kind has the last word.
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index]
    if (event !== undefined) unapply(facts, event)
  }
  return facts
}

/** Moves the facts over one event. Says whether anything that conditions look at has changed. */
export function applyEvent(facts: Facts, event: TicketEvent): boolean {
  switch (event.kind) {
    case 'status':
      facts.status = event.to
      return true
    case 'severity':
      if (event.basis === 'assessed') facts.assessed = event.to
      else facts.reported = event.to
      return true
    case 'domain':
      facts.domain = event.to
      return true
    case 'customer':
      facts.customer = event.to
      return true
    case 'field':
      facts.fields = withField(facts.fields, event.name, event.to)
      return true
    case 'created':
    case 'reply':
    case 'note':
    case 'phone-call':
    case 'owner':
    case 'merged':
  }
  return false
}

function unapply(facts: Facts, event: TicketEvent): void {
  switch (event.kind) {
    case 'created':
      facts.status = event.status
      if (event.severity !== null) facts.reported = event.severity
      return
    case 'status':
      facts.status = event.from ?? 'new'
      return
    case 'severity':
      if (event.basis === 'assessed') facts.assessed = event.from
      else facts.reported = event.from
      return
    case 'domain':
      facts.domain = event.from
      return
    case 'customer':
      facts.customer = event.from
      return
    case 'field':
      facts.fields = withField(facts.fields, event.name, event.from)
      return
    case 'reply':
    case 'note':
    case 'phone-call':
    case 'owner':
    case 'merged':
  }
}

function withField(
  fields: Facts['fields'],
  name: string,
  value: string | null,
): Readonly<Record<string, string>> {
  const { [name]: _, ...others } = fields
  return value === null ? others : { ...others, [name]: value }
}
