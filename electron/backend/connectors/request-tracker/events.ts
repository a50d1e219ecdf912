import { TEXT_LIMITS, type SeverityCode } from '../../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../../shared/records/ticket-event.ts'
import { severityOf } from '../mapping/severity-map.ts'
import { shortened } from '../mapping/shorten.ts'
import { channelOf, domainOf } from '../mapping/word-values.ts'
import { parseRtTime, type RtTicket, type RtTransaction } from './answers.ts'
import { mappedFieldOf, valueOf } from './field-values.ts'
import type { People } from './people.ts'
import type { MappedField, RequestTrackerConfig } from './settings.ts'
import { mappedStatus } from './ticket-record.ts'

/** Everything an event may need to know besides its transaction. */
export interface EventContext {
  readonly ticket: RtTicket
  /** The ticket's transactions, oldest first. */
  readonly history: readonly RtTransaction[]
  readonly texts: ReadonlyMap<string, string>
  readonly people: Pick<People, 'sideOf' | 'nameOf'>
  readonly queueNames: ReadonlyMap<string, string>
  readonly config: RequestTrackerConfig
}

type Head = Pick<TicketEvent, 'externalId' | 'at' | 'actor'>

/** A ticket's history in our words, at most one event per transaction, keyed by the transaction's number. */
export function eventsOf(context: EventContext): TicketEvent[] {
  return context.history.flatMap((transaction) => {
    const at = parseRtTime(transaction.Created)
    const event = at === null ? null : eventOf(transaction, headOf(transaction, at, context), context)
    return event === null ? [] : [event]
  })
}

function headOf(transaction: RtTransaction, at: number, { people, ticket }: EventContext): Head {
  const name = transaction.Creator.id
  return {
    externalId: transaction.id,
    at,
    actor: { name: shortened(name, TEXT_LIMITS.name), side: people.sideOf(name, ticket) },
  }
}

function eventOf(transaction: RtTransaction, head: Head, context: EventContext): TicketEvent | null {
  const { config, texts } = context
  const text = texts.get(transaction.id) ?? ''
  switch (transaction.Type) {
    case 'Create':
      return { ...head, kind: 'created', text, ...beginningOf(context) }
    case 'Correspond':
      return { ...head, kind: 'reply', channel: config.defaultChannel, text }
    case 'Comment':
      return { ...head, kind: isPhoneCall(text, config) ? 'phone-call' : 'note', text }
    case 'Status': {
      const to = transaction.NewValue ?? ''
      const from = transaction.OldValue ?? ''
      return {
        ...head,
        kind: 'status',
        from: from === '' ? null : mappedStatus(from, config),
        to: mappedStatus(to, config),
        raw: shortText(to),
      }
    }
    case 'CustomField':
      return customFieldEvent(transaction, head, context)
    case 'AddLink':
      return mergedEvent(transaction, head)
    default:
      return setEvent(transaction, head, context)
  }
}

/** Status, severity and channel as they were when the ticket was made: before the first change, or as they are. */
function beginningOf(context: EventContext): {
  channel: RequestTrackerConfig['defaultChannel']
  severity: SeverityCode | null
  status: ReturnType<typeof mappedStatus>
} {
  const { ticket, history, config } = context
  const firstStatus = history.find(({ Type }) => Type === 'Status')?.OldValue ?? ticket.Status
  const reported = firstValue('reportedSeverity', context)
  const severity = severityOf(reported, config.severities)
  return {
    channel: channelOf(valueOf(ticket, 'channel', config.fields)) ?? config.defaultChannel,
    severity: severity ?? severityOf(firstValue('assessedSeverity', context), config.severities),
    status: mappedStatus(firstStatus, config),
  }
}

function firstValue(field: MappedField, context: EventContext): string | null {
  const name = context.config.fields[field]?.toLowerCase()
  const change = context.history.find(
    (transaction) => changedFieldName(transaction, context.ticket)?.toLowerCase() === name,
  )
  return change === undefined
    ? valueOf(context.ticket, field, context.config.fields)
    : (change.OldValue ?? null)
}

/** Name of the field a transaction changes: of RT itself, or of the custom field with that number. */
function changedFieldName(transaction: RtTransaction, ticket: RtTicket): string | null {
  if (transaction.Type === 'Set') return transaction.Field ?? null
  if (transaction.Type !== 'CustomField') return null
  return ticket.CustomFields.find(({ id }) => id === transaction.Field)?.name ?? null
}

function setEvent(transaction: RtTransaction, head: Head, context: EventContext): TicketEvent | null {
  const { OldValue, NewValue } = transaction
  switch (transaction.Field ?? '') {
    case 'Owner': {
      const { nameOf } = context.people
      return { ...head, kind: 'owner', from: nameOrNull(nameOf(OldValue)), to: nameOrNull(nameOf(NewValue)) }
    }
    case 'Queue': {
      const queueName = (id: string | null | undefined): string | null =>
        id === null || id === undefined ? null : (context.queueNames.get(id) ?? `queue ${id}`)
      return { ...head, kind: 'field', name: 'Queue', from: queueName(OldValue), to: queueName(NewValue) }
    }
    case 'Priority':
    case 'Subject':
    case 'Due':
      return valueEvent(transaction.Field ?? '', transaction, head, context)
    default:
      return null
  }
}

function customFieldEvent(transaction: RtTransaction, head: Head, context: EventContext): TicketEvent | null {
  const name = changedFieldName(transaction, context.ticket) ?? `custom field ${transaction.Field ?? '?'}`
  return valueEvent(name, transaction, head, context)
}

/** The change of a value: as severity, customer, domain or call where the field stands for that, else as a field. */
function valueEvent(
  name: string,
  transaction: RtTransaction,
  head: Head,
  { config }: EventContext,
): TicketEvent {
  const from = transaction.OldValue ?? null
  const to = transaction.NewValue ?? null
  const plain = {
    ...head,
    kind: 'field' as const,
    name: shortText(name),
    from: bodyText(from),
    to: bodyText(to),
  }
  const mapped = mappedFieldOf(name, config.fields)
  switch (mapped) {
    case 'reportedSeverity':
    case 'assessedSeverity': {
      const basis = mapped === 'reportedSeverity' ? 'reported' : 'assessed'
      const change = { from: severityOf(from, config.severities), to: severityOf(to, config.severities) }
      return change.from === change.to ? plain : { ...head, kind: 'severity', basis, ...change, reason: null }
    }
    case 'customer':
      return { ...head, kind: 'customer', from: nameOrNull(from), to: nameOrNull(to) }
    case 'domain':
      return { ...head, kind: 'domain', from: domainOf(from), to: domainOf(to), reason: null }
    case 'phoneCall':
      return to === null || to === '' ? plain : { ...head, kind: 'phone-call', text: bodyText(to) ?? '' }
    case 'channel':
    case null:
    default:
      return plain
  }
}

/** RT writes the link on both tickets; on the one that stays it points at itself. */
function mergedEvent(transaction: RtTransaction, head: Head): TicketEvent | null {
  if (transaction.Field !== 'MergedInto') return null
  const into = /\/ticket\/(\d+)$/.exec(transaction.NewValue ?? '')?.[1]
  if (into === undefined || into === transaction.ObjectId) return null
  return { ...head, kind: 'merged', into }
}

function isPhoneCall(text: string, { phoneMarker }: RequestTrackerConfig): boolean {
  return phoneMarker !== '' && text.trimStart().toLowerCase().startsWith(phoneMarker.toLowerCase())
}

function shortText(text: string): string {
  return shortened(text, TEXT_LIMITS.subject)
}

function bodyText(text: string | null): string | null {
  return text === null ? null : shortened(text, TEXT_LIMITS.body)
}

function nameOrNull(text: string | null): string | null {
  return text === null || text === '' ? null : shortText(text)
}
