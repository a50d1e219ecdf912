import type { StoredTicket } from '../../../shared/contract/tickets.ts'
import { ticketIdOf, type TicketRecord } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { RecordedEvent } from './store.ts'

/** A ticket as its row: `id` is the database's own number, used only inside the store. */
export type TicketRow = Omit<StoredTicket, 'ticketId' | 'fields'> & {
  readonly id: number
  readonly fields: JsonText<StoredTicket['fields']>
}

/** The head's columns beside the key, in the order `headValues` gives them. */
export const HEAD_COLUMNS = [
  'case_number',
  'subject',
  'customer',
  'queue',
  'owner',
  'requestor',
  'status',
  'raw_status',
  'channel',
  'reported_severity',
  'assessed_severity',
  'domain',
  'created_at',
  'updated_at',
  'source_due_at',
  'url',
  'fields',
] as const

/** For SELECT: every column of `tickets` under its name in TicketRow. */
export const TICKET_COLUMNS = `
  tickets.id, tickets.source_id AS sourceId, tickets.external_id AS externalId,
  tickets.case_number AS caseNumber, tickets.subject, tickets.customer, tickets.queue, tickets.owner,
  tickets.requestor, tickets.status, tickets.raw_status AS rawStatus, tickets.channel,
  tickets.reported_severity AS reportedSeverity, tickets.assessed_severity AS assessedSeverity,
  tickets.domain, tickets.created_at AS createdAt, tickets.updated_at AS updatedAt,
  tickets.source_due_at AS sourceDueAt, tickets.url, tickets.fields, tickets.absence`

export type ColumnValue = string | number | null

export function headValues(ticket: TicketRecord): ColumnValue[] {
  return [
    ticket.caseNumber,
    ticket.subject,
    ticket.customer,
    ticket.queue,
    ticket.owner,
    ticket.requestor,
    ticket.status,
    ticket.rawStatus,
    ticket.channel,
    ticket.reportedSeverity,
    ticket.assessedSeverity,
    ticket.domain,
    ticket.createdAt,
    ticket.updatedAt,
    ticket.sourceDueAt,
    ticket.url,
    toJson(ticket.fields),
  ]
}

export function ticketOf(row: TicketRow): StoredTicket {
  const { id: _, fields, ...head } = row
  return {
    ...head,
    ticketId: ticketIdOf(row.sourceId, row.externalId),
    fields: fromJson(fields),
  }
}

/** An event as its row. `detail` holds as JSON what only its kind has; `text` is null for kinds without one. */
export interface EventRow {
  readonly ticketId: number
  readonly externalId: string
  readonly at: number
  readonly recordedAt: number
  readonly kind: TicketEvent['kind']
  readonly actorName: string | null
  readonly actorSide: TicketEvent['actor']['side']
  readonly text: string | null
  readonly detail: JsonText<object> | null
}

const EVENT_HEAD = `
  ticket_id AS ticketId, ticket_events.external_id AS externalId, at, recorded_at AS recordedAt, kind,
  actor_name AS actorName, actor_side AS actorSide, detail`
/** For SELECT: every column of `ticket_events` under its name in EventRow. */
export const EVENT_COLUMNS = `${EVENT_HEAD}, text`
/** The same with empty texts, which SQLite then need not read from disk. */
export const EVENT_COLUMNS_WITHOUT_TEXT = `${EVENT_HEAD}, iif(text IS NULL, NULL, '') AS text`

export function eventText(event: TicketEvent): string | null {
  return 'text' in event ? event.text : null
}

export function eventDetail(event: TicketEvent): JsonText<object> | null {
  if (event.kind === 'note' || event.kind === 'phone-call') return null
  const withText: TicketEvent & { readonly text?: string } = event
  const { externalId: _id, at: _at, actor: _actor, kind: _kind, text: _text, ...detail } = withText
  return toJson(detail)
}

export function recordedEventOf(row: EventRow): RecordedEvent {
  const event = {
    externalId: row.externalId,
    at: row.at,
    actor: { name: row.actorName, side: row.actorSide },
    kind: row.kind,
    ...(row.text === null ? undefined : { text: row.text }),
    ...(row.detail === null ? undefined : fromJson(row.detail)),
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- puts together what eventText and eventDetail took apart
  return { event: event as TicketEvent, recordedAt: row.recordedAt }
}
