import type { TicketStore, TicketWithEvents } from '../../../electron/backend/store/store.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { ticketOf } from './board-fixtures.ts'

const HOUR = 3_600_000

/** A ticket's life in a line. Hours are counted from its creation; null where it never came to that. */
export interface Life {
  readonly createdAt: number
  readonly customer: string | null
  readonly severity: string | null
  readonly answeredAfterHours: number | null
  readonly resolvedAfterHours: number | null
}

export function ticketWithLife(number: number, life: Life): TicketWithEvents {
  const { createdAt, customer, severity, answeredAfterHours, resolvedAfterHours } = life
  const { ticket } = ticketOf(`desk:${number}`)
  const head = { actor: { name: null, side: 'provider' as const } }
  const events: TicketEvent[] = [
    {
      externalId: 'created',
      at: createdAt,
      actor: { name: null, side: 'customer' },
      kind: 'created',
      channel: 'web',
      severity,
      status: 'open',
      text: '',
    },
  ]
  if (answeredAfterHours !== null) {
    const at = createdAt + answeredAfterHours * HOUR
    events.push({ ...head, externalId: 'answered', at, kind: 'reply', channel: 'web', text: '' })
  }
  if (resolvedAfterHours !== null) {
    const at = createdAt + resolvedAfterHours * HOUR
    const change = { from: 'open', to: 'resolved', raw: 'resolved' } as const
    events.push({ ...head, externalId: 'resolved', at, kind: 'status', ...change })
  }
  return {
    ticket: {
      ...ticket,
      customer,
      reportedSeverity: severity,
      status: resolvedAfterHours === null ? 'open' : 'resolved',
      createdAt,
      updatedAt: Math.max(...events.map(({ at }) => at)),
    },
    events: events.sort((a, b) => a.at - b.at).map((event) => ({ event, recordedAt: event.at })),
  }
}

type CreatedTickets = Pick<TicketStore, 'createdBetween' | 'countCreatedBetween'>

/** Gives the tickets in the order in which they are handed over. */
export function heldTickets(held: readonly TicketWithEvents[]): CreatedTickets {
  function within(from: number, to: number): TicketWithEvents[] {
    return held.filter(({ ticket }) => ticket.createdAt >= from && ticket.createdAt < to)
  }
  return {
    *createdBetween(from, to, size) {
      const found = within(from, to)
      for (let at = 0; at < found.length; at += size) yield found.slice(at, at + size)
    },
    countCreatedBetween: (from, to) => within(from, to).length,
  }
}
