import type { FileMapping } from '../../../shared/contract/tickets.ts'
import type { Refusal } from '../../../shared/records/source.ts'
import type { FileBytes } from '../connectors/files/text-of-file.ts'
import { files } from '../connectors/files/connector.ts'
import { readTicketFiles } from '../connectors/files/ticket-file.ts'
import type { Store, StoredSource } from '../store/store.ts'
import { storePage } from '../sync/store-page.ts'
import { newSourceId } from './source-id.ts'

export interface ImportParts {
  readonly store: Store
  /** Stores, and where pages watch publishes, the source that stands for the file. */
  readonly saveSource: (source: StoredSource) => void
  readonly now: () => number
}

export interface TicketImport {
  readonly file: FileBytes
  readonly sourceName: string
  readonly mappingFor: (columns: readonly string[]) => FileMapping
  /** How many refusals the outcome names; all of them are counted. Default 500, as many as a person looks through. */
  readonly namedRefusals?: number
}

export interface ImportOutcome {
  readonly sourceId: string
  readonly tickets: number
  readonly events: number
  readonly changedTicketIds: readonly string[]
  readonly refusals: Refusal[]
  readonly refusalCount: number
}

const NAMED_REFUSALS = 500

/**
 * Imports a file of tickets once, a part in one transaction. Importing it again under the same name doubles nothing.
 * Throws SourceFault, before anything is stored, for a file that cannot be read or a mapping that cannot work.
 */
export async function importTickets(
  { file, sourceName, mappingFor, namedRefusals = NAMED_REFUSALS }: TicketImport,
  { store, saveSource, now }: ImportParts,
): Promise<ImportOutcome> {
  const tickets = new Set<string>()
  const changed = new Set<string>()
  const refusals: Refusal[] = []
  let sourceId: string | null = null
  let events = 0
  let refusalCount = 0
  for await (const part of readTicketFiles([file], { mappingFor })) {
    sourceId ??= sourceFor(sourceName, file.name, store.sources, saveSource)
    const progress = { done: tickets.size, total: null }
    const page = { ...part, absent: [], cursor: {}, progress, clockSkewMs: null }
    const at = now()
    const outcome = storePage(store, sourceId, page, { now: at, keepCursor: true })
    for (const ticketId of outcome.changedTicketIds) changed.add(ticketId)
    for (const entry of part.entries) {
      tickets.add(entry.ticket.externalId)
      events += entry.events.length
    }
    refusalCount += part.refusals.length
    const room = namedRefusals - refusals.length
    refusals.push(...part.refusals.slice(0, room).map((refusal) => ({ ...refusal, at })))
  }
  if (sourceId === null) throw new Error('a file was read without giving a part')
  return { sourceId, tickets: tickets.size, events, changedTicketIds: [...changed], refusals, refusalCount }
}

/** The source of an earlier import under this name, else a new one: paused, because nothing asks it again. */
function sourceFor(
  name: string,
  path: string,
  sources: Store['sources'],
  saveSource: ImportParts['saveSource'],
): string {
  const all = sources.list()
  const earlier = all.find((source) => source.kind === files.kind && source.name === name && !source.enabled)
  if (earlier !== undefined) return earlier.id
  const id = newSourceId(name, new Set(all.map((source) => source.id)))
  saveSource({
    id,
    kind: files.kind,
    role: files.role,
    name,
    enabled: false,
    pollSeconds: 86_400,
    config: { path },
    sealedSecrets: {},
  })
  return id
}
