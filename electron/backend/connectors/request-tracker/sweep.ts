import type { TicketAbsence } from '../../../../shared/records/ticket.ts'
import type { RunContext, TicketPage } from '../connector.ts'
import { SourceFault } from '../source-fault.ts'
import { createRtApi, type RtApi } from './api.ts'
import { rtTicketHead } from './answers.ts'
import { createEntryReader } from './entries.ts'
import type { RequestTrackerConfig } from './settings.ts'
import { BATCH_SIZE, listByNumber } from './tickets.ts'

/**
 * Compares what is in scope with what we hold: finds tickets that left without a trace, and those that came into
 * sight without a change, by a right given to our log-in.
 */
export async function* sweep(
  context: RunContext<RequestTrackerConfig>,
  known: readonly string[],
): AsyncIterable<TicketPage> {
  const { config } = context
  const api = createRtApi(context)
  const listed = await listAll(api, config.queues)
  const held = new Set(known)
  const gone = known.filter((id) => !listed.has(id))
  const missing = [...listed].filter((id) => !held.has(id))
  const total = gone.length + missing.length
  const readEntries = await createEntryReader(api, config)
  let done = 0

  function page(part: Pick<TicketPage, 'entries' | 'absent' | 'refusals'>): TicketPage {
    return { ...part, cursor: {}, progress: { done, total }, clockSkewMs: api.clockSkewMs() }
  }

  for (let from = 0; from < missing.length; from += BATCH_SIZE) {
    const batch = missing.slice(from, from + BATCH_SIZE)
    const { entries, refusals } = await readEntries(batch)
    done += batch.length
    yield page({ entries, refusals, absent: [] })
  }
  for (const externalId of gone) {
    const absence = await absenceOf(api, externalId, listed)
    done += 1
    if (absence !== null) yield page({ entries: [], refusals: [], absent: [{ externalId, absence }] })
  }
}

async function listAll(api: RtApi, queues: readonly string[]): Promise<Set<string>> {
  const listed = new Set<string>()
  let after = '0'
  for (;;) {
    const { items } = await listByNumber(api, queues, after)
    const last = items.at(-1)
    if (last === undefined) return listed
    for (const { id } of items) listed.add(id)
    after = last.id
  }
}

/** Why a ticket is in no list: RT answers a merged one with the ticket it went into. Null: it is back. */
async function absenceOf(
  api: RtApi,
  ticket: string,
  listed: ReadonlySet<string>,
): Promise<TicketAbsence | null> {
  try {
    const head = await api.read(`/ticket/${encodeURIComponent(ticket)}`, rtTicketHead)
    if (head.id !== ticket) return 'merged'
    if (head.Status === 'deleted') return 'deleted'
    return listed.has(ticket) ? null : 'out-of-scope'
  } catch (error) {
    if (error instanceof SourceFault && error.code === 'not-found') return 'deleted'
    if (error instanceof SourceFault && error.code === 'forbidden') return 'out-of-scope'
    throw error
  }
}
