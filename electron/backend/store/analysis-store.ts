import type Database from 'better-sqlite3'
import type { AnalysisSummary } from '../../../shared/contract/analyses.ts'
import type { Analysis, AnalysisResult } from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../../shared/records/analysis-question.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { AnalysisStore } from './store.ts'
import { TICKET_ID, TICKET_ROW, ticketKeyOf } from './ticket-key.ts'

interface AnalysisHead {
  readonly id: string
  readonly recordSetId: string
  readonly ticketId: string | null
  readonly name: string
  readonly pinned: 0 | 1
  readonly createdAt: number
  readonly createdBy: string
  readonly recordSetName: string
}

type Found = Pick<AnalysisSummary, 'proven' | 'failing' | 'working' | 'unexplained' | 'best'>

const HEAD = `analyses.id, record_set_id AS recordSetId, CASE WHEN ticket_id IS NULL THEN NULL ELSE ${TICKET_ID} END AS ticketId,
  name, pinned, analyses.created_at AS createdAt, created_by AS createdBy, record_set_name AS recordSetName`
const FROM = 'FROM analyses LEFT JOIN tickets ON tickets.id = ticket_id'

export function createAnalysisStore(db: Database.Database): AnalysisStore {
  const selectList = db.prepare<
    { ticketId: string | null; recordSetId: string | null },
    AnalysisHead & { summary: JsonText<Found> }
  >(
    `SELECT ${HEAD}, summary ${FROM}
     WHERE (@ticketId IS NULL OR ${TICKET_ID} = @ticketId) AND (@recordSetId IS NULL OR record_set_id = @recordSetId)
     ORDER BY pinned DESC, analyses.created_at DESC, analyses.id`,
  )
  const selectOne = db.prepare<
    [string],
    AnalysisHead & { question: JsonText<AnalysisQuestion>; result: JsonText<AnalysisResult> }
  >(`SELECT ${HEAD}, question, result ${FROM} WHERE analyses.id = ?`)
  const insert = db.prepare(
    `INSERT INTO analyses (id, record_set_id, ticket_id, name, pinned, created_at, created_by, record_set_name, question, result, summary)
     VALUES (?, ?, ${TICKET_ROW}, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = db.prepare<[string, number, string, string, string]>(
    `UPDATE analyses SET name = ?, pinned = ?, ticket_id = ${TICKET_ROW} WHERE id = ?`,
  )
  const remove = db.prepare<[string]>('DELETE FROM analyses WHERE id = ?')

  return {
    list({ ticketId = null, recordSetId = null }) {
      return selectList.all({ ticketId, recordSetId }).map(({ summary, pinned, ...head }) => ({
        ...head,
        pinned: pinned === 1,
        ...fromJson(summary),
      }))
    },
    get(id) {
      const row = selectOne.get(id)
      if (row === undefined) return null
      const { question, result, pinned, recordSetId: _, ...head } = row
      return { ...head, pinned: pinned === 1, question: fromJson(question), result: fromJson(result) }
    },
    add(analysis) {
      const { id, question, ticketId, name, pinned, createdAt, createdBy, recordSetName, result } = analysis
      durably(db, () =>
        insert.run(
          id,
          question.recordSetId,
          ...ticketKeyOf(ticketId ?? ''),
          name,
          pinned ? 1 : 0,
          createdAt,
          createdBy,
          recordSetName,
          toJson(question),
          toJson(result),
          toJson(foundIn(analysis)),
        ),
      )
    },
    change(id, { name, pinned, ticketId }) {
      durably(db, () => update.run(name, pinned ? 1 : 0, ...ticketKeyOf(ticketId ?? ''), id))
    },
    remove(id) {
      durably(db, () => remove.run(id))
    },
  }
}

function foundIn({ result }: Analysis): Found {
  const proven = result.findings.filter(({ verdict }) => verdict === 'proven')
  return {
    proven: proven.length,
    failing: result.sides.failing.records,
    working: result.sides.working.records,
    unexplained: result.unexplained,
    best: proven[0]?.parts ?? [],
  }
}
