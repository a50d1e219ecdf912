import type Database from 'better-sqlite3'
import type { IncidentReport } from '../../../shared/records/incident-report.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { ReportStore } from './store.ts'
import { TICKET_ID, TICKET_ROW, ticketKeyOf } from './ticket-key.ts'

type Row = { document: JsonText<IncidentReport>; ticketId: string | null }

const SELECT = `SELECT document, CASE WHEN ticket_id IS NULL THEN NULL ELSE ${TICKET_ID} END AS ticketId
  FROM incident_reports LEFT JOIN tickets ON tickets.id = ticket_id`

export function createReportStore(db: Database.Database): ReportStore {
  const selectList = db.prepare<{ ticketId: string | null; analysisId: string | null }, Row>(
    `${SELECT}
     WHERE (@ticketId IS NULL OR ${TICKET_ID} = @ticketId) AND (@analysisId IS NULL OR analysis_id = @analysisId)
     ORDER BY incident_reports.updated_at DESC, incident_reports.id`,
  )
  const selectOne = db.prepare<[string], Row>(`${SELECT} WHERE incident_reports.id = ?`)
  const upsert = db.prepare(
    `INSERT INTO incident_reports (id, analysis_id, ticket_id, updated_at, document) VALUES (?, ?, ${TICKET_ROW}, ?, ?)
     ON CONFLICT (id) DO UPDATE SET analysis_id = excluded.analysis_id, ticket_id = excluded.ticket_id,
       updated_at = excluded.updated_at, document = excluded.document`,
  )
  const remove = db.prepare<[string]>('DELETE FROM incident_reports WHERE id = ?')

  return {
    list({ ticketId = null, analysisId = null }) {
      return selectList.all({ ticketId, analysisId }).map(reportOf)
    },
    get(id) {
      const row = selectOne.get(id)
      return row === undefined ? null : reportOf(row)
    },
    save(report) {
      const { id, analysisId, ticketId, updatedAt } = report
      durably(db, () => upsert.run(id, analysisId, ...ticketKeyOf(ticketId ?? ''), updatedAt, toJson(report)))
    },
    remove(id) {
      durably(db, () => remove.run(id))
    },
  }
}

/** The ticket may have left with its source since the report was saved. */
function reportOf({ document, ticketId }: Row): IncidentReport {
  return { ...fromJson(document), ticketId }
}
