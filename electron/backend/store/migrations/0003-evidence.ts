import type { Migration } from './migration.ts'

// What people did about clocks: steps of ladders taken, alerts seen, how they want to be told; and the key that signs
// what leaves the hub as evidence. Ladder steps and acknowledgements go with their ticket's source.
export const evidence: Migration = {
  version: 3,
  name: 'escalations, acknowledgements, attention and keys',
  sql: /* sql */ `
    CREATE TABLE escalations (
      ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
      step_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      by TEXT NOT NULL,
      summary TEXT NOT NULL CHECK (length(summary) <= 20000),
      PRIMARY KEY (ticket_id, step_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER escalations_never_change BEFORE UPDATE ON escalations
    BEGIN
      SELECT RAISE(ABORT, 'an escalation was sent; it cannot be changed');
    END;

    CREATE TABLE alert_acknowledgements (
      alert_id TEXT PRIMARY KEY,
      ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
      by TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alert_acknowledgements_by_ticket ON alert_acknowledgements (ticket_id);

    CREATE TABLE attention (
      person TEXT PRIMARY KEY,
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE hub_keys (
      purpose TEXT PRIMARY KEY,
      public_key TEXT NOT NULL,
      sealed_private_key TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Reports and rehearsals go through the tickets of a span of time.
    CREATE INDEX tickets_by_creation ON tickets (created_at);
  `,
}
