import type { FileMapping } from '../../../../shared/contract/tickets.ts'
import type { Refusal } from '../../../../shared/records/source.ts'
import type { TicketRecord } from '../../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../../shared/records/ticket-event.ts'
import { CalendarFault } from '../../../../shared/time/calendar-fault.ts'
import type { TicketBatchEntry } from '../connector.ts'
import { SourceFault } from '../source-fault.ts'
import { eventOf } from './event-row.ts'
import { FILE_FIELDS, listsEvents } from './file-fields.ts'
import { createRowReader, RefusedRow, type RowReader } from './row-reader.ts'
import type { Row } from './row.ts'
import { rowsOf } from './rows.ts'
import type { FileBytes } from './text-of-file.ts'
import { eventsOfTicket, ticketOf } from './ticket-row.ts'

type NewRefusal = Omit<Refusal, 'at'>

/** A piece of a file, read. Sync stores one in one transaction. */
export interface FilePart {
  readonly entries: readonly TicketBatchEntry[]
  readonly refusals: readonly NewRefusal[]
}

export interface FileLayout {
  readonly columns: readonly string[]
  readonly mapping: FileMapping
  /** Every row is an event. */
  readonly isEventList: boolean
  /** Events stand in rows of their own, so that a ticket's row need not be read for them. */
  readonly hasEventRows: boolean
  /** Such a row may come long after its ticket's. */
  readonly keepsTickets: boolean
}

export interface TicketFileOptions {
  /** How a file with these columns is read, e.g. `guessMapping`. Asked once per file. */
  readonly mappingFor: (columns: readonly string[]) => FileMapping
  /** Told once per file, before its first part. */
  readonly onLayout?: (layout: FileLayout) => void
}

/** Tickets of a part; a page of sync. */
const PART_SIZE = 500
/** Rows looked at to know the names in a file without a header. */
const ROWS_FOR_COLUMNS = 200

/**
 * Reads tickets and events from CSV, JSON or NDJSON files, one after the other, a part at a time: a file of any size
 * takes the memory of its ticket heads. Refused rows are listed with line and reason. Throws SourceFault for what
 * makes a whole file unreadable, `misconfigured` for a mapping that cannot work.
 */
export async function* readTicketFiles(
  files: readonly FileBytes[],
  options: TicketFileOptions,
): AsyncIterable<FilePart> {
  const collector = createCollector()
  for (const [index, file] of files.entries()) {
    const { layout, rows } = await withLayout(rowsOf(file), options.mappingFor, files.length > 1)
    options.onLayout?.(layout)
    const readers = readersFor(layout.mapping)
    // Places of a second file say which one they are in.
    const prefix = index === 0 ? '' : `${file.name.split(/[\\/]/).at(-1)}, `
    for await (const row of rows) {
      collector.take(row, prefix, layout, readers)
      if (collector.size() >= PART_SIZE) yield collector.part()
    }
  }
  collector.finish()
  yield collector.part()
}

interface Readers {
  readonly row: RowReader
  /** Events inside a ticket's object carry our own names; values are mapped all the same. */
  readonly nested: RowReader
}

function readersFor(mapping: FileMapping): Readers {
  if (mapping.columns['id'] === undefined && mapping.columns['ticketId'] === undefined) {
    throw new SourceFault('misconfigured', 'no column is the number of the ticket (id)')
  }
  try {
    return {
      row: createRowReader(mapping),
      nested: createRowReader({ ...mapping, columns: OWN_NAMES, constants: {} }),
    }
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error
    throw new SourceFault('misconfigured', error.message, { cause: error })
  }
}

/** Reads as far as needed to know the columns, and gives all rows from the start. */
async function withLayout(
  rows: AsyncIterable<Row>,
  mappingFor: TicketFileOptions['mappingFor'],
  hasEventFile: boolean,
): Promise<{ layout: FileLayout; rows: AsyncIterable<Row> }> {
  const iterator = rows[Symbol.asyncIterator]()
  const held: Row[] = []
  const names = new Set<string>()
  while (held.length < ROWS_FOR_COLUMNS) {
    const next = await iterator.next()
    if (next.done === true) break
    held.push(next.value)
    if (next.value.kind === 'columns') for (const name of next.value.names) names.add(name)
    if (next.value.kind === 'row') for (const name of Object.keys(next.value.values)) names.add(name)
  }
  const columns = [...names].filter((name) => name !== 'events')
  const hasHeader = held.some(({ kind }) => kind === 'columns')
  const mapping = mappingFor(columns)
  const hasEventRows = hasEventFile || mapping.columns['record'] !== undefined
  const layout: FileLayout = {
    columns,
    // Without a header a name may first appear in the last line: our own names are always understood.
    mapping: hasHeader ? mapping : { ...mapping, columns: { ...OWN_NAMES, ...mapping.columns } },
    isEventList: listsEvents(mapping.columns),
    hasEventRows,
    keepsTickets: hasEventRows || !hasHeader,
  }

  async function* all(): AsyncIterable<Row> {
    try {
      yield* held.splice(0)
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { layout, rows: all() }
}

const OWN_NAMES = Object.fromEntries(FILE_FIELDS.map((field) => [field, field]))

interface HeldTicket {
  /** Null where no event can ask for it any more. */
  readonly ticket: TicketRecord | null
  readonly place: string
}

interface Collector {
  take(row: Row, prefix: string, layout: FileLayout, readers: Readers): void
  /** Refuses the events whose ticket never came. */
  finish(): void
  size(): number
  part(): FilePart
}

function createCollector(): Collector {
  const held = new Map<string, HeldTicket>()
  const waiting: { ticketId: string; event: TicketEvent; place: string }[] = []
  let entries = new Map<string, { ticket: TicketRecord; events: TicketEvent[] }>()
  let refusals: NewRefusal[] = []

  function addTicket(
    ticket: TicketRecord,
    events: readonly TicketEvent[],
    place: string,
    isKept: boolean,
  ): void {
    const earlier = held.get(ticket.externalId)
    if (earlier !== undefined) {
      throw new RefusedRow(`ticket ${ticket.externalId} stands already at ${earlier.place}`)
    }
    held.set(ticket.externalId, { ticket: isKept ? ticket : null, place })
    entries.set(ticket.externalId, { ticket, events: [...events] })
  }

  function addEvent(ticketId: string, event: TicketEvent): boolean {
    const ticket = entries.get(ticketId)?.ticket ?? held.get(ticketId)?.ticket ?? null
    if (ticket === null) return false
    // The ticket's own row tells of its beginning.
    if (event.kind === 'created') return true
    const entry = entries.get(ticketId) ?? { ticket, events: [] }
    entry.events.push(event)
    entries.set(ticketId, entry)
    return true
  }

  function takeValues(
    values: Readonly<Record<string, unknown>>,
    place: string,
    layout: FileLayout,
    readers: Readers,
  ): void {
    const { mapping } = layout
    const row = readers.row(values, (reason) => refusals.push({ place, reason }))
    if (layout.isEventList || row.text('record').toLowerCase() === 'event') {
      const ticketId = row.text('ticketId') || row.text('id')
      if (ticketId === '') throw new RefusedRow('does not say of which ticket it is (ticketId)')
      const event = eventOf(row)
      if (!addEvent(ticketId, event)) waiting.push({ ticketId, event, place })
      return
    }
    const ticket = ticketOf(row, mapping)
    const nested = nestedEvents(values['events'], place)
    const hasEvents = layout.hasEventRows || nested.length > 0
    addTicket(ticket, eventsOfTicket(row, ticket, hasEvents), place, layout.keepsTickets)
    for (const { value, at } of nested) {
      attempt(at, () => {
        const event = readers.nested(value, (reason) => refusals.push({ place: at, reason }))
        addEvent(ticket.externalId, eventOf(event))
      })
    }
  }

  function attempt(place: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      if (!(error instanceof RefusedRow)) throw error
      refusals.push({ place, reason: error.message })
    }
  }

  return {
    take(row, prefix, layout, readers) {
      if (row.kind === 'columns') return
      const place = prefix + row.place
      if (row.kind === 'refused') refusals.push({ place, reason: row.reason })
      else attempt(place, () => takeValues(row.values, place, layout, readers))
    },
    finish() {
      for (const { ticketId, event, place } of waiting.splice(0)) {
        if (!addEvent(ticketId, event)) {
          refusals.push({ place, reason: `ticket ${ticketId.slice(0, 60)} is not in the file` })
        }
      }
    },
    size: () => entries.size + refusals.length,
    part() {
      const part = { entries: [...entries.values()], refusals }
      entries = new Map()
      refusals = []
      return part
    },
  }
}

function nestedEvents(
  value: unknown,
  place: string,
): { value: Readonly<Record<string, unknown>>; at: string }[] {
  if (!Array.isArray(value)) return []
  return value.map((event: unknown, index) => ({
    value: typeof event === 'object' && event !== null ? { ...event } : {},
    at: `${place}, events[${index}]`,
  }))
}
