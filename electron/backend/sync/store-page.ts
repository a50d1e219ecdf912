import type { TicketPage } from '../connectors/connector.ts'
import { hasSqliteCode } from '../store/sqlite-error.ts'
import type { PageOutcome, Store } from '../store/store.ts'

/**
 * Stores a page, and lists as refused those of its tickets that the database will not hold. Connectors refuse such
 * tickets themselves; this keeps one that slipped through from stopping its source for good.
 */
export function storePage(
  store: Store,
  sourceId: string,
  page: TicketPage,
  options: { now: number; keepCursor: boolean },
): PageOutcome {
  try {
    return store.tickets.applyPage(sourceId, page, options)
  } catch (error) {
    if (!isUnfitRecord(error)) throw error
    return storeOneByOne(store, sourceId, page, options)
  }
}

/** The cursor moves last, with the refusals: a crash in between repeats the page, which changes nothing twice. */
function storeOneByOne(
  store: Store,
  sourceId: string,
  page: TicketPage,
  options: { now: number; keepCursor: boolean },
): PageOutcome {
  const changed = new Set<string>()
  const refusals = [...page.refusals]
  let newEvents = 0
  function apply(part: TicketPage, keepCursor: boolean): void {
    const outcome = store.tickets.applyPage(sourceId, part, { now: options.now, keepCursor })
    for (const ticketId of outcome.changedTicketIds) changed.add(ticketId)
    newEvents += outcome.newEvents
  }
  for (const entry of page.entries) {
    const absent = page.absent.filter(({ externalId }) => externalId === entry.ticket.externalId)
    try {
      apply({ ...page, entries: [entry], absent, refusals: [] }, true)
    } catch (error) {
      if (!isUnfitRecord(error)) throw error
      const place = `ticket ${entry.ticket.caseNumber.slice(0, 100)}`
      refusals.push({ place, reason: `the database does not hold it: ${error.message}` })
    }
  }
  apply({ ...page, entries: [], refusals }, options.keepCursor)
  return { changedTicketIds: [...changed], newEvents }
}

/** A record against a column's rule, as opposed to a database in trouble. */
function isUnfitRecord(error: unknown): error is Error {
  return hasSqliteCode(
    error,
    'SQLITE_CONSTRAINT_CHECK',
    'SQLITE_CONSTRAINT_NOTNULL',
    'SQLITE_CONSTRAINT_DATATYPE',
  )
}
