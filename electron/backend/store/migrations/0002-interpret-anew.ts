import type { Migration } from './migration.ts'

// Correcting a mapping corrects what a source already told. Until such a source was read through once more, its events
// may be given their new reading; what came when, and under which id, stays as it was first learnt.
export const interpretAnew: Migration = {
  version: 2,
  name: 'interpret a source anew after its settings changed',
  sql: /* sql */ `
    ALTER TABLE source_runs
      ADD COLUMN interpret_anew INTEGER NOT NULL DEFAULT 0 CHECK (interpret_anew IN (0, 1));

    -- A row stands here only within the transaction that stores a page of a source to be interpreted anew: it lets
    -- the trigger below let go.
    CREATE TABLE source_interpretations (source_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    DROP TRIGGER ticket_events_never_change;
    CREATE TRIGGER ticket_events_never_change BEFORE UPDATE ON ticket_events
    WHEN (NEW.id, NEW.ticket_id, NEW.external_id, NEW.recorded_at)
      IS NOT (OLD.id, OLD.ticket_id, OLD.external_id, OLD.recorded_at)
    OR NOT EXISTS (
      SELECT 1 FROM source_interpretations
      JOIN tickets ON tickets.source_id = source_interpretations.source_id
      WHERE tickets.id = OLD.ticket_id
    )
    BEGIN
      SELECT RAISE(ABORT, 'ticket events are appended, never changed');
    END;
  `,
}
