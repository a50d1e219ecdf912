import type { FileMapping } from '../../../shared/contract/tickets.ts'
import type { Refusal } from '../../../shared/records/source.ts'
import type { TicketBatchEntry } from '../connectors/connector.ts'
import { SourceFault } from '../connectors/source-fault.ts'
import type { Store, StoredSource } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { newSourceId } from './source-id.ts'

/** A file a page sent. Without a mapping the reader guesses one from the columns. */
export interface TicketFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly mapping: FileMapping | null
}

export interface ReadTickets {
  readonly columns: readonly string[]
  readonly mapping: FileMapping
  readonly entries: readonly TicketBatchEntry[]
  readonly refusals: readonly Omit<Refusal, 'at'>[]
}

/** Reads a file of tickets. Throws SourceFault where it is none. */
export type ReadTicketFile = (file: TicketFile) => Promise<ReadTickets>

export interface TicketFileParts {
  readonly store: Pick<Store, 'tickets' | 'sources'>
  readonly readTicketFile: ReadTicketFile
  /** Stores and publishes the source that stands for the imported file. */
  readonly saveSource: (source: StoredSource) => void
  readonly ticketsChanged: (ticketIds: readonly string[]) => void
  readonly now: () => number
}

/** Marks sources that a file was imported into once; nothing asks them again. */
const IMPORT_KIND = 'imported-file'
const SHOWN_TICKETS = 3
/** As many as a person can look through; the count says how many there are. */
const SHOWN_REFUSALS = 200
/** Tickets per transaction: a long import must not hold the database for seconds. */
const PAGE_SIZE = 500

export function implementTicketFiles({ tickets: subject }: Implementation, parts: TicketFileParts) {
  const { now } = parts

  function shown(refusals: ReadTickets['refusals']): { refusals: Refusal[]; refusalCount: number } {
    const at = now()
    return {
      refusals: refusals.slice(0, SHOWN_REFUSALS).map((refusal) => ({ ...refusal, at })),
      refusalCount: refusals.length,
    }
  }

  return {
    previewFile: subject.previewFile.handler(async ({ input, errors }) => {
      const read = await readSent(input, parts.readTicketFile)
      if ('refusal' in read) throw errors.REFUSED({ data: { place: 'base64', reason: read.refusal } })
      return {
        columns: [...read.columns],
        mapping: read.mapping,
        tickets: read.entries.slice(0, SHOWN_TICKETS).map(({ ticket }) => ticket),
        ticketCount: read.entries.length,
        eventCount: eventCount(read.entries),
        ...shown(read.refusals),
      }
    }),

    importFile: subject.importFile.handler(async ({ input, errors }) => {
      const read = await readSent(input, parts.readTicketFile)
      if ('refusal' in read) throw errors.REFUSED({ data: { place: 'base64', reason: read.refusal } })
      const sourceId = sourceFor(input.sourceName, parts)
      storeEntries(sourceId, read, parts)
      return {
        sourceId,
        tickets: read.entries.length,
        events: eventCount(read.entries),
        ...shown(read.refusals),
      }
    }),
  } satisfies Partial<MeridianRouter['tickets']>
}

async function readSent(
  sent: { fileName: string; base64: string; mapping: FileMapping | null },
  read: ReadTicketFile,
): Promise<ReadTickets | { refusal: string }> {
  const { fileName, mapping } = sent
  try {
    return await read({ fileName, mapping, bytes: Buffer.from(sent.base64, 'base64') })
  } catch (error) {
    if (error instanceof SourceFault) return { refusal: error.detail }
    throw error
  }
}

/** The source of an earlier import under the same name, so that a repeat doubles nothing; else a new one. */
function sourceFor(name: string, { store, saveSource }: TicketFileParts): string {
  const sources = store.sources.list()
  const held = sources.find((source) => source.kind === IMPORT_KIND && source.name === name)
  if (held !== undefined) return held.id
  const id = newSourceId(name, new Set(sources.map((source) => source.id)))
  saveSource({
    id,
    kind: IMPORT_KIND,
    role: 'tickets',
    name,
    enabled: false,
    pollSeconds: 86_400,
    config: {},
    sealedSecrets: {},
  })
  return id
}

function storeEntries(
  sourceId: string,
  read: ReadTickets,
  { store, ticketsChanged, now }: TicketFileParts,
): void {
  for (let start = 0; start === 0 || start < read.entries.length; start += PAGE_SIZE) {
    const entries = read.entries.slice(start, start + PAGE_SIZE)
    const page = {
      entries,
      absent: [],
      refusals: start === 0 ? read.refusals : [],
      cursor: {},
      progress: { done: start + entries.length, total: read.entries.length },
      clockSkewMs: null,
    }
    ticketsChanged(store.tickets.applyPage(sourceId, page, { now: now(), keepCursor: true }).changedTicketIds)
  }
}

function eventCount(entries: readonly TicketBatchEntry[]): number {
  return entries.reduce((count, { events }) => count + events.length, 0)
}
