import type { Migration } from './migration.ts'

// docs/data.md explains each table. Instants are UTC milliseconds. JSON stands only in columns whose shape belongs
// to somebody else (a connector's config and cursor, a page's view) or that are replaced as a whole (a snapshot).
export const firstSchema: Migration = {
  version: 1,
  name: 'first schema',
  sql: /* sql */ `
    CREATE TABLE sources (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('tickets', 'status')),
      name TEXT NOT NULL,
      enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
      poll_seconds INTEGER NOT NULL CHECK (poll_seconds > 0),
      config TEXT NOT NULL,
      sealed_secrets TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source_runs (
      source_id TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
      cursor TEXT,
      last_success_at INTEGER,
      last_attempt_at INTEGER,
      last_sweep_at INTEGER,
      not_before INTEGER,
      fault_code TEXT,
      fault_detail TEXT,
      fault_at INTEGER,
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      clock_skew_ms INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refusals (
      id INTEGER PRIMARY KEY,
      source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      place TEXT NOT NULL,
      reason TEXT NOT NULL,
      at INTEGER NOT NULL,
      UNIQUE (source_id, place, reason)
    ) STRICT;

    -- A row stands here only within the transaction that removes a source: it lets the trigger below let go.
    CREATE TABLE source_removals (source_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    CREATE TABLE tickets (
      id INTEGER PRIMARY KEY,
      source_id TEXT NOT NULL REFERENCES sources (id),
      external_id TEXT NOT NULL CHECK (length(external_id) BETWEEN 1 AND 300),
      case_number TEXT NOT NULL CHECK (length(case_number) BETWEEN 1 AND 300),
      subject TEXT NOT NULL CHECK (length(subject) <= 1000),
      customer TEXT,
      queue TEXT,
      owner TEXT,
      requestor TEXT,
      status TEXT NOT NULL,
      raw_status TEXT NOT NULL,
      channel TEXT NOT NULL,
      reported_severity TEXT,
      assessed_severity TEXT,
      domain TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      source_due_at INTEGER,
      url TEXT,
      fields TEXT NOT NULL,
      absence TEXT CHECK (absence IN ('deleted', 'merged', 'out-of-scope')),
      UNIQUE (source_id, external_id)
    ) STRICT;

    -- The board reads the few open tickets among the many settled ones.
    CREATE INDEX tickets_open ON tickets (id)
      WHERE absence IS NULL AND status NOT IN ('resolved', 'closed', 'withdrawn');

    CREATE INDEX tickets_by_case_number ON tickets (case_number COLLATE NOCASE);

    CREATE TABLE ticket_events (
      id INTEGER PRIMARY KEY,
      ticket_id INTEGER NOT NULL REFERENCES tickets (id),
      external_id TEXT NOT NULL CHECK (length(external_id) BETWEEN 1 AND 300),
      at INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      actor_name TEXT,
      actor_side TEXT NOT NULL,
      text TEXT CHECK (length(text) <= 200000),
      detail TEXT,
      UNIQUE (ticket_id, external_id)
    ) STRICT;

    CREATE TRIGGER ticket_events_never_change BEFORE UPDATE ON ticket_events
    BEGIN
      SELECT RAISE(ABORT, 'ticket events are appended, never changed');
    END;

    CREATE TRIGGER ticket_events_never_vanish BEFORE DELETE ON ticket_events
    WHEN NOT EXISTS (
      SELECT 1 FROM source_removals
      JOIN tickets ON tickets.source_id = source_removals.source_id
      WHERE tickets.id = OLD.ticket_id
    )
    BEGIN
      SELECT RAISE(ABORT, 'ticket events go only with their source');
    END;

    -- Holds the index and no second copy of the texts; rowid is the ticket's id. Derived: it can be built anew.
    -- Full detail, because a contentless table ranks by nothing else.
    CREATE VIRTUAL TABLE ticket_search USING fts5(
      case_number, subject, customer, text,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TABLE status_pages (
      source_id TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
      snapshot TEXT NOT NULL,
      checked_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      document TEXT NOT NULL
    ) STRICT;

    CREATE TABLE saved_views (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE users (
      name TEXT PRIMARY KEY,
      role TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'lead', 'admin')),
      password_hash TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sessions (
      token_hash TEXT PRIMARY KEY,
      user_name TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_user ON sessions (user_name);

    CREATE TABLE wall_tokens (
      id TEXT PRIMARY KEY,
      label TEXT NOT NULL,
      token_hash TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      last_used_at INTEGER
    ) STRICT, WITHOUT ROWID;
  `,
}
