import type Database from 'better-sqlite3'
import { ticketIdOf, type TicketAbsence } from '../../../shared/records/ticket.ts'
import type { TicketBatchEntry } from '../connectors/connector.ts'
import { createRefusalWriter } from './refusals.ts'
import { createReinterpretation } from './reinterpretation.ts'
import { toJson } from './json-column.ts'
import type { PageOutcome, TicketStore } from './store.ts'
import { eventDetail, eventText, HEAD_COLUMNS, headValues, type ColumnValue } from './ticket-rows.ts'
import type { TicketSearch } from './ticket-search.ts'

interface HeldTicket {
  readonly id: number
  readonly absence: TicketAbsence | null
}

/** What one page did to one ticket row. */
interface TicketChange {
  readonly id: number
  readonly changed: boolean
  readonly newEvents: number
}

export function createPageWriter(db: Database.Database, search: TicketSearch): TicketStore['applyPage'] {
  const columns = HEAD_COLUMNS.join(', ')
  // Writes a row only where something differs.
  const upsertAnyTicket = `INSERT INTO tickets (source_id, external_id, absence, ${columns})
     VALUES (?, ?, ?, ${HEAD_COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (source_id, external_id) DO UPDATE SET
       ${HEAD_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE (${HEAD_COLUMNS.map((column) => `tickets.${column}`).join(', ')})
         IS NOT (${HEAD_COLUMNS.map((column) => `excluded.${column}`).join(', ')})`
  const returning = 'RETURNING id, absence'
  // Never an older report over a newer one: pages may repeat and come in any order.
  const upsertTicket = db.prepare<ColumnValue[], HeldTicket>(
    `${upsertAnyTicket} AND excluded.updated_at >= tickets.updated_at ${returning}`,
  )
  // The time of change is a matter of interpretation too: another column may hold it now.
  const upsertReinterpreted = db.prepare<ColumnValue[], HeldTicket>(`${upsertAnyTicket} ${returning}`)
  const selectHeld = db.prepare<[string, string], HeldTicket>(
    'SELECT id, absence FROM tickets WHERE source_id = ? AND external_id = ?',
  )
  const setAbsence = db.prepare<[TicketAbsence | null, number]>('UPDATE tickets SET absence = ? WHERE id = ?')
  const selectLastId = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM tickets').pluck()
  const insertEvent = db.prepare<ColumnValue[]>(
    `INSERT INTO ticket_events
       (ticket_id, external_id, at, recorded_at, kind, actor_name, actor_side, text, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (ticket_id, external_id) DO NOTHING`,
  )
  const saveCursor = db.prepare<[string, string]>(
    `INSERT INTO source_runs (source_id, cursor) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET cursor = excluded.cursor`,
  )
  const refusals = createRefusalWriter(db)
  const reinterpretation = createReinterpretation(db)

  function applyEntry(
    sourceId: string,
    entry: TicketBatchEntry,
    absence: TicketAbsence | null,
    { now, anew }: { now: number; anew: boolean },
  ): TicketChange {
    const { externalId } = entry.ticket
    const upsert = anew ? upsertReinterpreted : upsertTicket
    const written = upsert.get(sourceId, externalId, absence, ...headValues(entry.ticket))
    const held = written ?? selectHeld.get(sourceId, externalId)
    if (held === undefined) throw new Error(`Ticket ${externalId} is neither new nor held.`)
    const absenceChanged = held.absence !== absence
    if (absenceChanged) setAbsence.run(absence, held.id)
    let newEvents = 0
    let replaced = false
    for (const event of entry.events) {
      const { changes } = insertEvent.run(
        held.id,
        event.externalId,
        event.at,
        now,
        event.kind,
        event.actor.name,
        event.actor.side,
        eventText(event),
        eventDetail(event),
      )
      newEvents += changes
      if (anew && changes === 0 && reinterpretation.replaceEvent(held.id, event)) replaced = true
    }
    const changed = written !== undefined || absenceChanged || newEvents > 0 || replaced
    return { id: held.id, changed, newEvents }
  }

  function applyAbsence(sourceId: string, externalId: string, absence: TicketAbsence): boolean {
    const held = selectHeld.get(sourceId, externalId)
    if (held === undefined || held.absence === absence) return false
    setAbsence.run(absence, held.id)
    return true
  }

  return (sourceId, page, { now, keepCursor = false }) =>
    db
      .transaction((): PageOutcome => {
        const absences = new Map(page.absent.map(({ externalId, absence }) => [externalId, absence]))
        const changedIds = new Set<string>()
        const toIndex = new Map<number, TicketBatchEntry | 'held'>()
        const lastIdBefore = selectLastId.get() ?? 0
        let newEvents = 0
        const anew = reinterpretation.isDue(sourceId)

        if (anew) reinterpretation.begin(sourceId)
        for (const entry of page.entries) {
          const { externalId } = entry.ticket
          const change = applyEntry(sourceId, entry, absences.get(externalId) ?? null, { now, anew })
          if (!change.changed) continue
          newEvents += change.newEvents
          changedIds.add(ticketIdOf(sourceId, externalId))
          const isNew = change.id > lastIdBefore && !toIndex.has(change.id)
          toIndex.set(change.id, isNew ? entry : 'held')
        }
        if (anew) reinterpretation.end(sourceId)
        for (const [externalId, absence] of absences) {
          if (applyAbsence(sourceId, externalId, absence)) changedIds.add(ticketIdOf(sourceId, externalId))
        }
        for (const [id, entry] of toIndex) {
          if (entry === 'held') search.indexHeld(id)
          else search.indexNew(id, entry)
        }
        refusals.add(
          sourceId,
          page.refusals.map((refusal) => ({ ...refusal, at: now })),
        )
        if (!keepCursor) saveCursor.run(sourceId, toJson(page.cursor))
        return { changedTicketIds: [...changedIds], newEvents }
      })
      .immediate()
}
