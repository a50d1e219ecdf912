import type Database from 'better-sqlite3'
import { ticketKeyOf } from './ticket-key.ts'
import type { TicketStore, TicketWithEvents, RecordedEvent } from './store.ts'
import {
  EVENT_COLUMNS,
  EVENT_COLUMNS_WITHOUT_TEXT,
  recordedEventOf,
  TICKET_COLUMNS,
  ticketOf,
  type EventRow,
  type TicketRow,
} from './ticket-rows.ts'

/** Word for word the condition of the index `tickets_open`, or SQLite would not use it. */
export const OPEN_TICKET = `absence IS NULL AND status NOT IN ('resolved', 'closed', 'withdrawn')`

/** The help desk says resolved, but the fix was tried and failed: on the board until it is confirmed or closed there. */
const FAILED_FIX = `absence IS NULL AND status = 'resolved' AND tickets.id IN (SELECT ticket_id FROM failed_fixes)`

export function createTicketReader(
  db: Database.Database,
): Pick<
  TicketStore,
  'get' | 'open' | 'openOf' | 'createdBetween' | 'countCreatedBetween' | 'presentExternalIds' | 'count'
> {
  const selectOne = db.prepare<[string, string], TicketRow>(
    `SELECT ${TICKET_COLUMNS} FROM tickets WHERE source_id = ? AND external_id = ?`,
  )
  const selectEvents = db.prepare<[number], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ticket_events WHERE ticket_id = ? ORDER BY at, id`,
  )
  const selectEventHeads = db.prepare<[number], EventRow>(
    `SELECT ${EVENT_COLUMNS_WITHOUT_TEXT} FROM ticket_events WHERE ticket_id = ? ORDER BY at, id`,
  )
  const selectOpen = db.prepare<[], TicketRow>(
    `SELECT ${TICKET_COLUMNS} FROM tickets INDEXED BY tickets_open WHERE ${OPEN_TICKET} ORDER BY id`,
  )
  const selectFailedFixes = db.prepare<[], TicketRow>(
    `SELECT ${TICKET_COLUMNS} FROM tickets WHERE ${FAILED_FIX} ORDER BY id`,
  )
  const selectOpenOne = db.prepare<[string, string], TicketRow>(
    `SELECT ${TICKET_COLUMNS} FROM tickets
     WHERE source_id = ? AND external_id = ? AND ((${OPEN_TICKET}) OR (${FAILED_FIX}))`,
  )
  const selectOpenEventHeads = db.prepare<[], EventRow>(
    `SELECT ${EVENT_COLUMNS_WITHOUT_TEXT}
     FROM tickets INDEXED BY tickets_open CROSS JOIN ticket_events ON ticket_id = tickets.id
     WHERE ${OPEN_TICKET} ORDER BY tickets.id, at, ticket_events.id`,
  )
  const selectCreated = db.prepare<[number, number, number, number, number], TicketRow>(
    `SELECT ${TICKET_COLUMNS} FROM tickets INDEXED BY tickets_by_creation
     WHERE absence IS NULL AND created_at < ? AND created_at >= ? AND (created_at > ? OR id > ?)
     ORDER BY created_at, id LIMIT ?`,
  )
  const selectCreatedCount = db
    .prepare<[number, number], number>(
      `SELECT count(*) FROM tickets INDEXED BY tickets_by_creation
       WHERE absence IS NULL AND created_at >= ? AND created_at < ?`,
    )
    .pluck()
  const selectPresent = db
    .prepare<[string], string>(
      'SELECT external_id FROM tickets WHERE source_id = ? AND absence IS NULL ORDER BY external_id',
    )
    .pluck()
  const selectCount = db.prepare<[], { tickets: number; open: number; events: number }>(
    `SELECT (SELECT count(*) FROM tickets) AS tickets,
       (SELECT count(*) FROM tickets INDEXED BY tickets_open WHERE ${OPEN_TICKET}) AS open,
       (SELECT count(*) FROM ticket_events) AS events`,
  )

  function withEventHeads(rows: readonly TicketRow[]): TicketWithEvents[] {
    return joined(
      rows,
      rows.flatMap((row) => selectEventHeads.all(row.id)),
    )
  }

  return {
    get(ticketId) {
      const row = selectOne.get(...ticketKeyOf(ticketId))
      if (row === undefined) return null
      return { ticket: ticketOf(row), events: selectEvents.all(row.id).map(recordedEventOf) }
    },
    // One transaction, so that a ticket and its events are of the same moment.
    open: () =>
      db.transaction(() => [
        ...joined(selectOpen.all(), selectOpenEventHeads.all()),
        ...withEventHeads(selectFailedFixes.all()),
      ])(),
    openOf: (ticketIds) =>
      db.transaction(() =>
        withEventHeads(ticketIds.flatMap((ticketId) => selectOpenOne.get(...ticketKeyOf(ticketId)) ?? [])),
      )(),
    *createdBetween(from, to, size) {
      // By key, not by an open cursor: whoever reads slowly must not hold the database.
      let last = { createdAt: from, id: -1 }
      while (true) {
        const rows = selectCreated.all(to, last.createdAt, last.createdAt, last.id, size)
        const end = rows.at(-1)
        if (end === undefined) return
        last = { createdAt: end.createdAt, id: end.id }
        yield withEventHeads(rows)
      }
    },
    countCreatedBetween: (from, to) => selectCreatedCount.get(from, to) ?? 0,
    presentExternalIds: (sourceId) => selectPresent.all(sourceId),
    count: () => selectCount.get() ?? { tickets: 0, open: 0, events: 0 },
  }
}

function joined(tickets: readonly TicketRow[], events: readonly EventRow[]): TicketWithEvents[] {
  const eventsOf = new Map<number, RecordedEvent[]>(tickets.map((row) => [row.id, []]))
  for (const row of events) eventsOf.get(row.ticketId)?.push(recordedEventOf(row))
  return tickets.map((row) => ({ ticket: ticketOf(row), events: eventsOf.get(row.id) ?? [] }))
}
