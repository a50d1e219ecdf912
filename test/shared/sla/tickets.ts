import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'

/** A ticket's head and events, written short for tests. Instants are ISO texts. */
export function ticketOf({
  created: createdAt,
  ...rest
}: Partial<Omit<TicketFacts, 'createdAt'>> & { created: string }): TicketFacts {
  return {
    subject: '',
    customer: null,
    queue: null,
    status: 'open',
    channel: 'web',
    reportedSeverity: null,
    assessedSeverity: null,
    domain: null,
    fields: {},
    ...rest,
    createdAt: Date.parse(createdAt),
  }
}

let count = 0

function head(
  at: string,
  side: TicketEvent['actor']['side'],
): Pick<TicketEvent, 'externalId' | 'at' | 'actor'> {
  count += 1
  return { externalId: `event-${count}`, at: Date.parse(at), actor: { name: null, side } }
}

export function created(at: string, severity: string | null = null): TicketEvent {
  return { ...head(at, 'customer'), kind: 'created', channel: 'web', severity, status: 'open', text: '' }
}

export function reply(at: string, side: TicketEvent['actor']['side']): TicketEvent {
  return { ...head(at, side), kind: 'reply', channel: 'email', text: '' }
}

export function call(at: string, side: TicketEvent['actor']['side']): TicketEvent {
  return { ...head(at, side), kind: 'phone-call', text: '' }
}

export function note(at: string): TicketEvent {
  return { ...head(at, 'provider'), kind: 'note', text: '' }
}

export function status(at: string, from: TicketFacts['status'], to: TicketFacts['status']): TicketEvent {
  return { ...head(at, 'provider'), kind: 'status', from, to, raw: to }
}

export function assessed(at: string, from: string | null, to: string | null): TicketEvent {
  return { ...head(at, 'provider'), kind: 'severity', basis: 'assessed', from, to, reason: 'test' }
}

export function domainSet(at: string, from: TicketFacts['domain'], to: TicketFacts['domain']): TicketEvent {
  return { ...head(at, 'provider'), kind: 'domain', from, to, reason: null }
}

export function merged(at: string): TicketEvent {
  return { ...head(at, 'system'), kind: 'merged', into: '42' }
}

export function fieldSet(at: string, name: string, from: string | null, to: string | null): TicketEvent {
  return { ...head(at, 'provider'), kind: 'field', name, from, to }
}
