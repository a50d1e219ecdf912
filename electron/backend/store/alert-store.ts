import type Database from 'better-sqlite3'
import type { Attention } from '../../../shared/contract/alerts.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { Acknowledgement, AlertStore } from './store.ts'
import { TICKET_ID, TICKET_ROW, ticketKeyOf } from './ticket-key.ts'

export function createAlertStore(db: Database.Database): AlertStore {
  const selectAcknowledgements = db.prepare<[], Acknowledgement>(
    `SELECT alert_id AS alertId, ${TICKET_ID} AS ticketId, by, at
     FROM alert_acknowledgements JOIN tickets ON tickets.id = ticket_id ORDER BY at, alert_id`,
  )
  const insertAcknowledgement = db.prepare<[string, string, string, string, number]>(
    `INSERT INTO alert_acknowledgements (alert_id, ticket_id, by, at) VALUES (?, ${TICKET_ROW}, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const deleteAcknowledgement = db.prepare<[string]>('DELETE FROM alert_acknowledgements WHERE alert_id = ?')
  const selectAttention = db
    .prepare<[string], JsonText<Attention>>('SELECT document FROM attention WHERE person = ?')
    .pluck()
  const upsertAttention = db.prepare<[string, string]>(
    `INSERT INTO attention (person, document) VALUES (?, ?)
     ON CONFLICT (person) DO UPDATE SET document = excluded.document`,
  )

  return {
    acknowledgements: () => selectAcknowledgements.all(),
    acknowledge: (acknowledgements) =>
      durably(db, () => {
        for (const { alertId, ticketId, by, at } of acknowledgements) {
          insertAcknowledgement.run(alertId, ...ticketKeyOf(ticketId), by, at)
        }
      }),
    forget: (alertIds) =>
      db.transaction(() => {
        for (const alertId of alertIds) deleteAcknowledgement.run(alertId)
      })(),
    attention(person) {
      const document = selectAttention.get(person)
      return document === undefined ? null : fromJson(document)
    },
    saveAttention(person, attention) {
      durably(db, () => upsertAttention.run(person, toJson(attention)))
    },
  }
}
