import type { TicketEvent } from '../records/ticket-event.ts'

/** Where the catalogue says in a few words what happened: `event.reply.customer` → "the customer wrote". */
export function eventPhrase(event: TicketEvent): string {
  switch (event.kind) {
    case 'reply':
    case 'phone-call':
      return `${event.kind}.${event.actor.side}`
    case 'status':
      return `status.${event.to}`
    case 'severity':
      return `severity.${event.basis}`
    case 'created':
    case 'note':
    case 'owner':
    case 'customer':
    case 'domain':
    case 'field':
    case 'merged':
  }
  return event.kind
}
