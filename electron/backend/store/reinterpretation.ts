import type Database from 'better-sqlite3'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { eventDetail, eventText, type ColumnValue } from './ticket-rows.ts'

/** Works within the caller's transaction. */
export interface Reinterpretation {
  /** Whether the source's settings changed since it was last read through. */
  isDue(sourceId: string): boolean
  /** Lets `replaceEvent` change the source's events until `end`, which must come within the same transaction. */
  begin(sourceId: string): void
  end(sourceId: string): void
  /** Gives a held event its new reading; false where that is the one it has. When it was first learnt stays. */
  replaceEvent(ticketId: number, event: TicketEvent): boolean
}

/**
 * The only way in which a held event changes: a mapping is our interpretation of what the source told, and
 * correcting it must correct the clocks. The row in `source_interpretations` lets the trigger that guards events
 * let go.
 */
export function createReinterpretation(db: Database.Database): Reinterpretation {
  const selectDue = db
    .prepare<[string], number>('SELECT interpret_anew FROM source_runs WHERE source_id = ?')
    .pluck()
  const permit = db.prepare<[string]>('INSERT INTO source_interpretations (source_id) VALUES (?)')
  const withdraw = db.prepare<[string]>('DELETE FROM source_interpretations WHERE source_id = ?')
  const update = db.prepare<Record<string, ColumnValue>>(
    `UPDATE ticket_events
     SET at = :at, kind = :kind, actor_name = :actorName, actor_side = :actorSide, text = :text, detail = :detail
     WHERE ticket_id = :ticketId AND external_id = :externalId
       AND (at, kind, actor_name, actor_side, text, detail)
         IS NOT (:at, :kind, :actorName, :actorSide, :text, :detail)`,
  )

  return {
    isDue: (sourceId) => selectDue.get(sourceId) === 1,
    begin: (sourceId) => void permit.run(sourceId),
    end: (sourceId) => void withdraw.run(sourceId),
    replaceEvent(ticketId, event) {
      const { changes } = update.run({
        ticketId,
        externalId: event.externalId,
        at: event.at,
        kind: event.kind,
        actorName: event.actor.name,
        actorSide: event.actor.side,
        text: eventText(event),
        detail: eventDetail(event),
      })
      return changes > 0
    },
  }
}
