import type { TicketBatchEntry, TicketPage } from '../../../electron/backend/connectors/connector.ts'
import type { TicketRecord } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'

/** The instant at which made-up worlds stand: 2026-01-05T09:00:00Z, a Monday. */
export const MONDAY = Date.UTC(2026, 0, 5, 9)

export function madeTicket(externalId: string, change: Partial<TicketRecord> = {}): TicketRecord {
  return {
    externalId,
    caseNumber: `INC-${externalId}`,
    subject: 'SIMs lose their data session',
    customer: 'Harbour Cranes',
    queue: 'noc',
    owner: null,
    requestor: 'Dana Reyes',
    status: 'open',
    rawStatus: 'open',
    channel: 'email',
    reportedSeverity: 'P2',
    assessedSeverity: null,
    domain: null,
    createdAt: MONDAY,
    updatedAt: MONDAY,
    sourceDueAt: null,
    url: 'https://desk.example/ticket/1',
    fields: {},
    ...change,
  }
}

export function madeReply(externalId: string, text: string, at: number = MONDAY): TicketEvent {
  return {
    externalId,
    at,
    actor: { name: 'Dana Reyes', side: 'customer' },
    kind: 'reply',
    channel: 'email',
    text,
  }
}

export function madeNote(externalId: string, text: string, at: number = MONDAY): TicketEvent {
  return { externalId, at, actor: { name: 'Sam Okoye', side: 'provider' }, kind: 'note', text }
}

export function madePage(entries: readonly TicketBatchEntry[], change: Partial<TicketPage> = {}): TicketPage {
  return {
    entries,
    absent: [],
    refusals: [],
    cursor: { at: 1 },
    progress: { done: entries.length, total: null },
    clockSkewMs: null,
    ...change,
  }
}
