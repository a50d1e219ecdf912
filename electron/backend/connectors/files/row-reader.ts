import type { FileMapping } from '../../../../shared/contract/tickets.ts'
import { TEXT_LIMITS, type SeverityCode, type TicketStatus } from '../../../../shared/records/ticket.ts'
import { severityOf } from '../mapping/severity-map.ts'
import { shortened } from '../mapping/shorten.ts'
import { statusOf } from '../mapping/status-map.ts'
import type { FileField } from './file-fields.ts'
import { createTimeReader, type ParsedTime } from './file-times.ts'

/** Why a row cannot be taken. Caught where rows are read and listed as a refusal with its place. */
export class RefusedRow extends Error {}

/** One row seen through the mapping. What is shortened or guessed is told to `warn`. */
export interface MappedRow {
  /** Trimmed; empty where the row has none. */
  readonly text: (field: FileField) => string
  /** Null where empty; at most as long as the store takes. */
  readonly name: (field: FileField) => string | null
  /** Null where empty. Throws RefusedRow where it is no time. */
  readonly time: (field: FileField) => number | null
  readonly severity: (field: FileField) => SeverityCode | null
  readonly status: (field: FileField) => TicketStatus | null
  readonly limited: (field: FileField, longest: number) => string
  readonly warn: (reason: string) => void
  readonly values: Readonly<Record<string, unknown>>
}

export type RowReader = (
  values: Readonly<Record<string, unknown>>,
  warn: (reason: string) => void,
) => MappedRow

/** Throws CalendarFault where the mapping's zone is none. */
export function createRowReader(mapping: FileMapping): RowReader {
  const readTime = createTimeReader(mapping.timeZone)

  return (values, warn) => {
    function text(field: FileField): string {
      const column = mapping.columns[field]
      const own = column === undefined ? '' : plain(values[column]).trim()
      return own === '' ? (mapping.constants[field] ?? '').trim() : own
    }

    function limited(field: FileField, longest: number): string {
      const whole = text(field)
      if (whole.length > longest) warn(`${field} of ${whole.length} characters shortened to ${longest}`)
      return shortened(whole, longest)
    }

    function name(field: FileField): string | null {
      const value = limited(field, TEXT_LIMITS.name)
      return value === '' ? null : value
    }

    function time(field: FileField): number | null {
      const value = text(field)
      if (value === '') return null
      const parsed: ParsedTime = readTime(value)
      if ('reason' in parsed) throw new RefusedRow(`${field}: ${parsed.reason}`)
      return parsed.at
    }

    function severity(field: FileField): SeverityCode | null {
      const value = text(field)
      const code = severityOf(value, mapping.severities)
      if (value !== '' && code === null) warn(`${field} "${value.slice(0, 60)}" is not mapped`)
      return code
    }

    function status(field: FileField): TicketStatus | null {
      const value = text(field)
      return value === '' ? null : statusOf(value, mapping.statuses)
    }

    return { text, name, time, severity, status, limited, warn, values }
  }
}

/** A cell or a JSON value as text. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return JSON.stringify(value)
}
