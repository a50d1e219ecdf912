import type Database from 'better-sqlite3'
import type { FixConfirmation } from '../../../shared/records/fix-confirmation.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { ConfirmationStore } from './store.ts'
import { TICKET_ID, TICKET_ROW, ticketKeyOf } from './ticket-key.ts'

export function createConfirmationStore(db: Database.Database): ConfirmationStore {
  const select = db.prepare<
    { ticketId: string | null; analysisId: string | null },
    { document: JsonText<FixConfirmation> }
  >(
    `SELECT document FROM fix_confirmations LEFT JOIN tickets ON tickets.id = ticket_id
     WHERE (@ticketId IS NULL OR ${TICKET_ID} = @ticketId) AND (@analysisId IS NULL OR analysis_id = @analysisId)
     ORDER BY at DESC, fix_confirmations.id`,
  )
  const insert = db.prepare(
    `INSERT INTO fix_confirmations (id, analysis_id, ticket_id, at, verdict, document)
     VALUES (?, ?, ${TICKET_ROW}, ?, ?, ?)`,
  )
  const mark = db.prepare<[number, string, string]>(
    `INSERT INTO failed_fixes (ticket_id, at) SELECT id, ? FROM tickets WHERE source_id = ? AND external_id = ?
     ON CONFLICT (ticket_id) DO UPDATE SET at = excluded.at`,
  )
  const clear = db.prepare<[string, string]>(`DELETE FROM failed_fixes WHERE ticket_id = ${TICKET_ROW}`)
  const selectFailed = db.prepare<[], { ticketId: string; at: number }>(
    `SELECT ${TICKET_ID} AS ticketId, at FROM failed_fixes JOIN tickets ON tickets.id = ticket_id`,
  )

  return {
    list({ ticketId = null, analysisId = null }) {
      return select.all({ ticketId, analysisId }).map(({ document }) => fromJson(document))
    },
    add(confirmation) {
      const { id, analysisId, ticketId, at, verdict } = confirmation
      const key = ticketKeyOf(ticketId ?? '')
      durably(db, () => {
        insert.run(id, analysisId, ...key, at, verdict, toJson(confirmation))
        // Too few records tell nothing: what was known before stands.
        if (verdict === 'gone') clear.run(...key)
        if (verdict === 'reduced' || verdict === 'unchanged') mark.run(at, ...key)
      })
    },
    failedFixes: () => new Map(selectFailed.all().map(({ ticketId, at }) => [ticketId, at])),
  }
}
