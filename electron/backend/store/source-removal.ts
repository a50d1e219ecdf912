import type Database from 'better-sqlite3'

/**
 * Removes a source and every record that came from it, within the caller's transaction. The only way in which
 * ticket events ever go: the row in `source_removals` lets the trigger that guards them let go.
 */
export function createSourceRemoval(db: Database.Database): (sourceId: string) => void {
  const steps = [
    'INSERT INTO source_removals (source_id) VALUES (?)',
    'DELETE FROM ticket_search WHERE rowid IN (SELECT id FROM tickets WHERE source_id = ?)',
    'DELETE FROM ticket_events WHERE ticket_id IN (SELECT id FROM tickets WHERE source_id = ?)',
    'DELETE FROM tickets WHERE source_id = ?',
    // Run, refusals and status page go with it by their foreign keys.
    'DELETE FROM sources WHERE id = ?',
    'DELETE FROM source_removals WHERE source_id = ?',
  ].map((sql) => db.prepare<[string]>(sql))

  return (sourceId) => {
    for (const step of steps) step.run(sourceId)
  }
}
