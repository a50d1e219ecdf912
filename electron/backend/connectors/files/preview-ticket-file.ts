import type { FileMapping } from '../../../../shared/contract/tickets.ts'
import type { Refusal } from '../../../../shared/records/source.ts'
import type { TicketRecord } from '../../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../../shared/records/ticket-event.ts'
import type { FileBytes } from './text-of-file.ts'
import { readTicketFiles, type FileLayout, type TicketFileOptions } from './ticket-file.ts'

/** What a file would become; the shape of the contract's `tickets.previewFile`. */
export interface TicketFilePreview {
  readonly columns: string[]
  readonly mapping: FileMapping
  readonly tickets: TicketRecord[]
  readonly ticketCount: number
  readonly eventCount: number
  readonly refusals: Refusal[]
  readonly refusalCount: number
  /** Events of the shown tickets, in the order of `tickets`. */
  readonly events: TicketEvent[][]
}

const SHOWN_TICKETS = 3
/** Nobody reads more; the count tells the rest. */
const SHOWN_REFUSALS = 500

/** Reads the whole file and keeps the first tickets. `now` in UTC ms. Throws SourceFault. */
export async function previewTicketFile(
  files: readonly FileBytes[],
  mappingFor: TicketFileOptions['mappingFor'],
  now: number,
): Promise<TicketFilePreview> {
  let layout: FileLayout | null = null
  const shown: { ticket: TicketRecord; events: TicketEvent[] }[] = []
  const refusals: Refusal[] = []
  let ticketCount = 0
  let eventCount = 0
  let refusalCount = 0
  const seen = new Set<string>()
  function onLayout(found: FileLayout): void {
    layout ??= found
  }
  for await (const part of readTicketFiles(files, { mappingFor, onLayout })) {
    for (const { ticket, events } of part.entries) {
      eventCount += events.length
      const isNew = !seen.has(ticket.externalId)
      seen.add(ticket.externalId)
      if (isNew) ticketCount += 1
      if (isNew && shown.length < SHOWN_TICKETS) shown.push({ ticket, events: [...events] })
      else
        shown.find((entry) => entry.ticket.externalId === ticket.externalId && !isNew)?.events.push(...events)
    }
    refusalCount += part.refusals.length
    const room = SHOWN_REFUSALS - refusals.length
    refusals.push(...part.refusals.slice(0, room).map((refusal) => ({ ...refusal, at: now })))
  }
  const found = layoutOr(layout)
  return {
    columns: [...found.columns],
    mapping: found.mapping,
    tickets: shown.map(({ ticket }) => ticket),
    events: shown.map(({ events }) => events),
    ticketCount,
    eventCount,
    refusals,
    refusalCount,
  }
}

function layoutOr(layout: FileLayout | null): FileLayout {
  if (layout === null) throw new Error('a file was read without its columns being known')
  return layout
}
