import type { TicketRecord, TicketStatus } from '../../shared/records/ticket.ts'
import type { SettingValue } from './source-form.ts'

export type TextMap = Readonly<Record<string, string>>

/** Our statuses in the order of a ticket's life. */
export const TICKET_STATUSES = [
  'new',
  'open',
  'awaiting-customer',
  'awaiting-mno',
  'on-hold',
  'resolved',
  'closed',
  'withdrawn',
] as const satisfies readonly TicketStatus[]

/** Our fields that a column or field of a source can fill, in the order in which people look for them. */
export const TICKET_FIELDS = [
  'caseNumber',
  'externalId',
  'subject',
  'customer',
  'queue',
  'owner',
  'requestor',
  'status',
  'channel',
  'reportedSeverity',
  'assessedSeverity',
  'domain',
  'createdAt',
  'updatedAt',
  'sourceDueAt',
  'url',
] as const satisfies readonly (keyof TicketRecord)[]
export type TicketField = (typeof TICKET_FIELDS)[number]

/** Names that connectors give to what a ticket file or help desk may hold besides the fields of a ticket. */
const OTHER_FIELDS = ['id', 'dueAt', 'phoneCall', 'firstResponseAt', 'resolvedAt'] as const

/** What a row says when it is an event and not a ticket. */
const EVENT_FIELDS = [
  'record',
  'ticketId',
  'eventId',
  'kind',
  'at',
  'side',
  'author',
  'text',
  'from',
  'to',
  'reason',
  'basis',
  'name',
] as const

const NAMED_FIELDS = [...TICKET_FIELDS, ...OTHER_FIELDS, ...EVENT_FIELDS]
export type NamedField = (typeof NAMED_FIELDS)[number]

/** The field as one that has a name in the catalogue; null for one a new connector brought. */
export function namedField(field: string): NamedField | null {
  return NAMED_FIELDS.find((known) => known === field) ?? null
}

export function isEventField(field: string): boolean {
  return EVENT_FIELDS.some((known) => known === field)
}

/** The text entries of a stored mapping; anything else in it is not ours to edit. */
export function asMap(value: SettingValue): TextMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** The rows of a mapping: what is mapped, and what was seen in the source and is not mapped yet. */
export function mappingRows(map: TextMap, seen: readonly string[] | null): string[] {
  return [...new Set([...Object.keys(map), ...(seen ?? [])])]
}

/** The map with `key` set, or without it where the value is empty. */
export function withEntry(map: TextMap, key: string, value: string): TextMap {
  const { [key]: _old, ...others } = map
  return value === '' ? others : { ...map, [key]: value }
}

export function isSeverityCode(text: string): boolean {
  return /^[A-Z]{1,3}[0-9]$/.test(text)
}
