import type { RtTicket } from './answers.ts'
import { MAPPED_FIELDS, type MappedField, type RequestTrackerConfig } from './settings.ts'

type FieldMap = RequestTrackerConfig['fields']

/** The ticket's value for one of our fields, by the field map; null where the ticket has none. */
export function valueOf(ticket: RtTicket, field: MappedField, map: FieldMap): string | null {
  const name = map[field]
  if (name === undefined || name === '') return null
  switch (name.toLowerCase()) {
    case 'priority':
      return ticket.Priority ?? null
    case 'queue':
      return ticket.Queue.Name
    case 'owner':
      return ticket.Owner?.id ?? null
    case 'requestor':
      return ticket.Requestor[0]?.id ?? null
    case 'requestor domain':
      return ticket.Requestor[0]?.EmailAddress?.split('@')[1]?.toLowerCase() ?? null
    default:
      return customValues(ticket).get(name.toLowerCase()) ?? null
  }
}

/** Custom fields by lower-case name, several values joined; empty ones left out. */
function customValues(ticket: RtTicket): Map<string, string> {
  return new Map(Object.entries(namedValues(ticket)).map(([name, value]) => [name.toLowerCase(), value]))
}

/** Custom fields by their name; empty ones left out, files and pictures by their name alone. */
export function namedValues(ticket: RtTicket): Record<string, string> {
  const named = ticket.CustomFields.map(({ name, values }) => [name, values.map(asText).join(', ')] as const)
  return Object.fromEntries(named.filter(([, value]) => value !== ''))
}

function asText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  const isFile = typeof value === 'object' && value !== null && 'filename' in value
  return isFile ? String(value.filename) : ''
}

/** Which of our fields a custom field stands for; null for none. */
export function mappedFieldOf(name: string, map: FieldMap): MappedField | null {
  return MAPPED_FIELDS.find((field) => map[field]?.toLowerCase() === name.toLowerCase()) ?? null
}
