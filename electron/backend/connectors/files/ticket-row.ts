import type { FileMapping } from '../../../../shared/contract/tickets.ts'
import {
  settledStatuses,
  TEXT_LIMITS,
  type TicketRecord,
  type TicketStatus,
} from '../../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../../shared/records/ticket-event.ts'
import { shortened } from '../mapping/shorten.ts'
import { channelOf, domainOf } from '../mapping/word-values.ts'
import { plain, RefusedRow, type MappedRow } from './row-reader.ts'

/** Columns without a place of their own that are kept with a ticket; more would be a file of another kind. */
const MOST_FIELDS = 100
/** Leaves an event's id room for a time (TEXT_LIMITS.name in all). */
const LONGEST_WORD_IN_ID = 250

/** The ticket of a row. Throws RefusedRow where it lacks what a ticket must have. */
export function ticketOf(row: MappedRow, mapping: FileMapping): TicketRecord {
  const externalId = row.text('id')
  if (externalId === '') throw new RefusedRow('has no ticket number (id)')
  if (externalId.length > TEXT_LIMITS.name) throw new RefusedRow('its ticket number (id) is too long')
  const createdAt = row.time('createdAt')
  if (createdAt === null) throw new RefusedRow('has no time of creation (createdAt)')
  const resolvedAt = row.time('resolvedAt')
  const updatedAt = row.time('updatedAt') ?? Math.max(createdAt, resolvedAt ?? createdAt)
  const rawStatus = row.limited('status', TEXT_LIMITS.name)
  return {
    externalId,
    caseNumber: row.name('caseNumber') ?? externalId,
    subject: row.limited('subject', TEXT_LIMITS.subject),
    customer: row.name('customer'),
    queue: row.name('queue'),
    owner: row.name('owner'),
    requestor: row.name('requestor'),
    status: statusOfRow(row, resolvedAt),
    rawStatus,
    channel: understood(row, 'channel', channelOf) ?? 'unknown',
    reportedSeverity: row.severity('reportedSeverity'),
    assessedSeverity: row.severity('assessedSeverity'),
    domain: understood(row, 'domain', domainOf),
    createdAt,
    updatedAt,
    sourceDueAt: row.time('dueAt'),
    url: webAddress(row),
    fields: otherFields(row, mapping),
  }
}

/**
 * The events a row tells by itself. Their ids never change, so that a file read again adds nothing; and they hold
 * nothing that a mapping decides, so that a corrected one gives the same event another reading.
 */
export function eventsOfTicket(row: MappedRow, ticket: TicketRecord, hasEventRows: boolean): TicketEvent[] {
  const customer = { name: ticket.requestor, side: 'customer' as const }
  const provider = { name: ticket.owner, side: 'provider' as const }
  const severity = ticket.reportedSeverity ?? ticket.assessedSeverity
  const events: TicketEvent[] = [
    {
      externalId: 'created',
      at: ticket.createdAt,
      actor: customer,
      kind: 'created',
      channel: ticket.channel,
      severity,
      status: 'new',
      text: row.limited('text', TEXT_LIMITS.body),
    },
  ]
  if (hasEventRows) return events
  const firstResponseAt = row.time('firstResponseAt')
  if (firstResponseAt !== null) {
    events.push({
      externalId: 'first-response',
      at: firstResponseAt,
      actor: provider,
      kind: 'reply',
      channel: ticket.channel,
      text: '',
    })
  }
  if (ticket.status !== 'new') {
    const isSettled = settledStatuses.includes(ticket.status)
    const at = (isSettled ? row.time('resolvedAt') : null) ?? ticket.updatedAt
    events.push({
      externalId: `status/${ticket.rawStatus.slice(0, LONGEST_WORD_IN_ID)}/${ticket.updatedAt}`,
      at,
      actor: provider,
      kind: 'status',
      from: null,
      to: ticket.status,
      raw: ticket.rawStatus,
    })
  }
  return events
}

/** A word nobody has mapped counts as open: a ticket is never settled by a guess. */
function statusOfRow(row: MappedRow, resolvedAt: number | null): TicketStatus {
  const raw = row.text('status')
  if (raw === '') return resolvedAt === null ? 'open' : 'resolved'
  const status = row.status('status')
  if (status === null) row.warn(`status "${raw.slice(0, 60)}" is not mapped; taken as open`)
  return status ?? 'open'
}

function understood<T>(
  row: MappedRow,
  field: 'channel' | 'domain',
  take: (value: string) => T | null,
): T | null {
  const value = row.text(field)
  const taken = value === '' ? null : take(value)
  if (value !== '' && taken === null) row.warn(`${field} "${value.slice(0, 60)}" is not known`)
  return taken
}

function webAddress(row: MappedRow): string | null {
  const value = row.text('url')
  if (value === '') return null
  const url = URL.parse(value)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href
  row.warn('url is not an http or https address')
  return null
}

function otherFields({ values, warn }: MappedRow, mapping: FileMapping): Record<string, string> {
  const mapped = new Set([...Object.values(mapping.columns), 'events'])
  const others = Object.entries(values)
    .filter(([column]) => !mapped.has(column))
    .map(([column, value]) => [column, plain(value).trim()] as const)
    .filter(([, value]) => value !== '')
  if (others.length > MOST_FIELDS) warn(`has ${others.length} further columns; ${MOST_FIELDS} were kept`)
  return Object.fromEntries(
    others
      .slice(0, MOST_FIELDS)
      .map(([column, value]) => [shortened(column, TEXT_LIMITS.name), shortened(value, TEXT_LIMITS.subject)]),
  )
}
