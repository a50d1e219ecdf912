import type { Refusal } from '../../../../shared/records/source.ts'
import { TEXT_LIMITS, type TicketRecord, type TicketStatus } from '../../../../shared/records/ticket.ts'
import { severityOf } from '../mapping/severity-map.ts'
import { shortened } from '../mapping/shorten.ts'
import { statusOf } from '../mapping/status-map.ts'
import { channelOf, domainOf } from '../mapping/word-values.ts'
import { parseRtTime, type RtTicket } from './answers.ts'
import { namedValues, valueOf } from './field-values.ts'
import type { MappedField, RequestTrackerConfig } from './settings.ts'

export interface MappedTicket {
  /** Null where the ticket cannot be taken; a refusal says why. */
  readonly ticket: TicketRecord | null
  readonly refusals: readonly Omit<Refusal, 'at'>[]
}

/** A ticket's head in our words. Pure: the same ticket and settings give the same record. */
export function mapTicket(ticket: RtTicket, config: RequestTrackerConfig): MappedTicket {
  const refusals: Omit<Refusal, 'at'>[] = []
  const place = `ticket ${ticket.id}`
  const refuse = (reason: string): void => void refusals.push({ place, reason })
  const valueFor = (field: MappedField): string | null => valueOf(ticket, field, config.fields)

  /** A value nobody has mapped is kept beside the others as text, and said. */
  function understood<T>(field: MappedField, take: (value: string) => T | null): T | null {
    const value = valueFor(field)
    const taken = value === null ? null : take(value)
    if (value !== null && taken === null)
      refuse(`${config.fields[field]} "${value.slice(0, 60)}" is not mapped`)
    return taken
  }

  const createdAt = parseRtTime(ticket.Created)
  const updatedAt = parseRtTime(ticket.LastUpdated)
  if (createdAt === null || updatedAt === null) {
    refuse('has no time of creation or change')
    return { ticket: null, refusals }
  }
  const subject = ticket.Subject ?? ''
  if (subject.length > TEXT_LIMITS.subject) {
    refuse(`subject of ${subject.length} characters shortened to ${TEXT_LIMITS.subject}`)
  }
  if (statusOf(ticket.Status, config.statuses) === null) {
    refuse(`status "${ticket.Status.slice(0, 60)}" is not mapped; taken as open`)
  }
  return {
    refusals,
    ticket: {
      externalId: ticket.id,
      caseNumber: ticket.id,
      subject: shortened(subject, TEXT_LIMITS.subject),
      customer: name(valueFor('customer')),
      queue: name(ticket.Queue.Name),
      owner: ticket.Owner?.id === 'Nobody' ? null : name(ticket.Owner?.id ?? null),
      requestor: name(ticket.Requestor[0]?.id ?? null),
      status: mappedStatus(ticket.Status, config),
      rawStatus: shortened(ticket.Status, TEXT_LIMITS.name),
      channel: understood('channel', channelOf) ?? config.defaultChannel,
      reportedSeverity: understood('reportedSeverity', (value) => severityOf(value, config.severities)),
      assessedSeverity: understood('assessedSeverity', (value) => severityOf(value, config.severities)),
      domain: understood('domain', domainOf),
      createdAt,
      updatedAt,
      sourceDueAt: parseRtTime(ticket.Due),
      url: `${config.address}/Ticket/Display.html?id=${ticket.id}`,
      fields: otherFields(ticket, config),
    },
  }
}

/** A status nobody has mapped counts as open: a ticket is never settled by a guess. */
export function mappedStatus(raw: string, config: RequestTrackerConfig): TicketStatus {
  return statusOf(raw, config.statuses) ?? 'open'
}

function otherFields(ticket: RtTicket, config: RequestTrackerConfig): Record<string, string> {
  const customer = config.fields.customer?.toLowerCase()
  const entries = Object.entries(namedValues(ticket))
    .filter(([field]) => field.toLowerCase() !== customer)
    .map(([field, value]) => [shortened(field, TEXT_LIMITS.name), shortened(value, TEXT_LIMITS.subject)])
  return Object.fromEntries(entries)
}

function name(value: string | null): string | null {
  return value === null || value === '' ? null : shortened(value, TEXT_LIMITS.name)
}
