import type Database from 'better-sqlite3'
import { durably } from './durably.ts'
import type { EscalationStore, RecordedEscalation } from './store.ts'
import { TICKET_ID, TICKET_ROW, ticketKeyOf } from './ticket-key.ts'

const COLUMNS = `${TICKET_ID} AS ticketId, step_id AS stepId, at, by, summary`

export function createEscalationStore(db: Database.Database): EscalationStore {
  const selectOf = db.prepare<[string, string], RecordedEscalation>(
    `SELECT ${COLUMNS} FROM escalations JOIN tickets ON tickets.id = ticket_id
     WHERE source_id = ? AND external_id = ? ORDER BY at, step_id`,
  )
  const insert = db.prepare<[string, string, string, number, string, string]>(
    `INSERT INTO escalations (ticket_id, step_id, at, by, summary) VALUES (${TICKET_ROW}, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )

  return {
    of: (ticketId) => selectOf.all(...ticketKeyOf(ticketId)),
    record({ ticketId, stepId, at, by, summary }) {
      return durably(db, () => insert.run(...ticketKeyOf(ticketId), stepId, at, by, summary)).changes === 1
    },
  }
}
