import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunContext, StatusConnector, TicketConnector, TicketPage } from '../connectors/connector.ts'
import { SourceFault } from '../connectors/source-fault.ts'
import type { Store } from '../store/store.ts'
import { storePage } from './store-page.ts'
import { forEachUntilAborted, untilAborted } from './until-aborted.ts'

/** Deletions, merges and moves are looked for this often; in between, only changes are asked for. */
export const SWEEP_EVERY_MS = 3_600_000

/** What a reading tells while it goes on. */
export interface ReadingListener {
  onTicketsChanged(ticketIds: readonly string[]): void
  onStatusRead(): void
  onProgress(progress: TicketPage['progress']): void
}

/**
 * Pulls what changed since the stored cursor, each page in one transaction with its cursor, and looks for vanished
 * tickets when that is due. Throws what the connector or the store throws; pages stored before stay.
 */
export async function readTickets(
  store: Store,
  sourceId: string,
  connector: TicketConnector,
  context: RunContext<unknown>,
  listener: ReadingListener,
): Promise<void> {
  const { cursor, lastSweepAt } = store.sources.run(sourceId)
  // What everything in scope is read into for the first time cannot have vanished from it.
  const needsFirstSweep = lastSweepAt === null && store.sources.recordCount(sourceId) > 0
  // A reading from the start tells of every refused record again.
  if (cursor === null) store.sources.saveRefusals(sourceId, [])

  await storePages(connector.pull(context, cursor), false)
  // The settings may have changed since the last page: then this reading was by the old ones.
  context.signal.throwIfAborted()
  store.sources.saveRun(sourceId, { lastSuccessAt: context.now(), interpretAnew: false })

  const sweepDue = needsFirstSweep || (lastSweepAt !== null && context.now() - lastSweepAt >= SWEEP_EVERY_MS)
  if (connector.sweep !== undefined && sweepDue) {
    await storePages(connector.sweep(context, store.tickets.presentExternalIds(sourceId)), true)
  }
  if (sweepDue || lastSweepAt === null) store.sources.saveRun(sourceId, { lastSweepAt: context.now() })

  function storePages(pages: AsyncIterable<TicketPage>, keepCursor: boolean): Promise<void> {
    return forEachUntilAborted(pages, context.signal, async (page) => {
      const { changedTicketIds } = storePage(store, sourceId, page, { now: context.now(), keepCursor })
      if (page.clockSkewMs !== null) store.sources.saveRun(sourceId, { clockSkewMs: page.clockSkewMs })
      if (changedTicketIds.length > 0) listener.onTicketsChanged(changedTicketIds)
      listener.onProgress(page.progress)
      // A large page takes tens of milliseconds: whoever waits for an answer comes first now.
      await nextTurn()
    })
  }
}

/** Reads a status source once; gives how long the source wishes to be left alone, in ms. */
export async function readStatus(
  store: Store,
  sourceId: string,
  connector: StatusConnector,
  context: RunContext<unknown>,
  listener: ReadingListener,
): Promise<number | null> {
  const isHeld = store.status.pages().some((page) => page.sourceId === sourceId)
  // Without a snapshot "not modified" would leave nothing to show: the question must be unconditional.
  const cursor = isHeld ? store.sources.run(sourceId).cursor : null
  const reading = await untilAborted(connector.read(context, cursor), context.signal)
  if (reading.snapshot === 'unchanged' && !isHeld) {
    throw new SourceFault('not-the-expected-source', 'it answered "not modified" to the first question')
  }
  const now = context.now()
  store.status.saveReading(sourceId, reading.snapshot, reading.cursor, now)
  store.sources.saveRefusals(
    sourceId,
    reading.refusals.map((refusal) => ({ ...refusal, at: now })),
  )
  store.sources.saveRun(sourceId, {
    lastSuccessAt: now,
    ...(reading.clockSkewMs === null ? undefined : { clockSkewMs: reading.clockSkewMs }),
  })
  listener.onStatusRead()
  return reading.pollAfterMs
}
