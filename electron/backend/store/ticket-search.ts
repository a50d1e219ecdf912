import type Database from 'better-sqlite3'
import { ticketIdOf, type TicketStatus } from '../../../shared/records/ticket.ts'
import type { TicketBatchEntry } from '../connectors/connector.ts'
import { excerptOf, wordsOf } from './search-words.ts'
import type { TicketStore } from './store.ts'
import { eventText } from './ticket-rows.ts'

export interface TicketSearch {
  readonly find: TicketStore['search']
  /** Indexes a ticket that this transaction inserted, with all its events at hand. */
  indexNew(id: number, entry: TicketBatchEntry): void
  /** Indexes a ticket anew from what is stored. */
  indexHeld(id: number): void
}

interface HitRow {
  readonly id: number
  readonly sourceId: string
  readonly externalId: string
  readonly caseNumber: string
  readonly subject: string
  readonly customer: string | null
  readonly status: TicketStatus
  readonly updatedAt: number
  readonly fieldValues: string | null
}

/** Longer questions are cut: every further word costs a pass over the index. */
const MOST_WORDS = 20
const MOST_RANKED = 1_000

/** Writes within the caller's transaction. The index holds head, field values and the texts of all events. */
export function createTicketSearch(db: Database.Database): TicketSearch {
  const insert = db.prepare<[number, string, string, string | null, string]>(
    'INSERT INTO ticket_search (rowid, case_number, subject, customer, text) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = db.prepare<[number]>('DELETE FROM ticket_search WHERE rowid = ?')
  const insertHeld = db.prepare<[number]>(
    `INSERT INTO ticket_search (rowid, case_number, subject, customer, text)
     SELECT id, case_number, subject, customer, concat_ws(char(10),
       (SELECT group_concat(value, char(10)) FROM json_each(fields)),
       (SELECT group_concat(text, char(10)) FROM ticket_events WHERE ticket_id = tickets.id))
     FROM tickets WHERE id = ?`,
  )
  const selectByCaseNumber = db
    .prepare<[string, number], number>(
      'SELECT id FROM tickets WHERE case_number = ? COLLATE NOCASE ORDER BY updated_at DESC LIMIT ?',
    )
    .pluck()
  // bm25 weighs case number, subject, customer and texts. It ranks the newest matches only: ranking a word that
  // stands in every ticket would take as long as reading them all.
  const selectRanked = db
    .prepare<[string, number], number>(
      `WITH newest AS MATERIALIZED (
         SELECT rowid AS id, bm25(ticket_search, 20, 5, 3, 1) AS score
         FROM ticket_search WHERE ticket_search MATCH ? ORDER BY rowid DESC LIMIT ${MOST_RANKED}
       )
       SELECT id FROM newest ORDER BY score, id DESC LIMIT ?`,
    )
    .pluck()
  const selectHit = db.prepare<[number], HitRow>(
    `SELECT id, source_id AS sourceId, external_id AS externalId, case_number AS caseNumber, subject, customer,
       status, updated_at AS updatedAt,
       (SELECT group_concat(value, ' · ') FROM json_each(fields)) AS fieldValues
     FROM tickets WHERE id = ?`,
  )
  const selectTexts = db
    .prepare<[number], string>(
      'SELECT text FROM ticket_events WHERE ticket_id = ? AND text IS NOT NULL ORDER BY at, id',
    )
    .pluck()

  /** Read one after the other: the first that matches is shown. */
  function* textsOf(row: HitRow): Generator<string> {
    yield row.subject
    if (row.fieldValues !== null) yield row.fieldValues
    yield* selectTexts.iterate(row.id)
  }

  return {
    indexNew(id, { ticket, events }) {
      const texts = [...Object.values(ticket.fields), ...events.flatMap((event) => eventText(event) ?? [])]
      insert.run(id, ticket.caseNumber, ticket.subject, ticket.customer, texts.join('\n'))
    },
    indexHeld(id) {
      remove.run(id)
      insertHeld.run(id)
    },
    find(words, limit) {
      const sought = wordsOf(words).slice(0, MOST_WORDS)
      if (sought.length === 0) return []
      // Who types a whole case number wants that case.
      const ids = new Set([
        ...selectByCaseNumber.all(words.trim(), limit),
        ...selectRanked.all(matchOf(sought), limit),
      ])
      const rows = [...ids].slice(0, limit).flatMap((id) => selectHit.get(id) ?? [])
      return rows.map((row) => ({
        ticketId: ticketIdOf(row.sourceId, row.externalId),
        caseNumber: row.caseNumber,
        subject: row.subject,
        customer: row.customer,
        status: row.status,
        updatedAt: row.updatedAt,
        excerpt: excerptOf(textsOf(row), sought),
      }))
    },
  }
}

/** The question in FTS5's language. Words hold letters and digits only, and stand in quotes: none is an operator. */
function matchOf(words: readonly string[]): string {
  return words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ')
}
