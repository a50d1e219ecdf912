import type { Migration } from './migration.ts'

// What experts found and wrote: analyses, fix confirmations, incident reports; and how files of records are read.
// The records themselves lie in files of their own (docs/data.md). All of it outlives the ticket it was made for.
export const analyses: Migration = {
  version: 4,
  name: 'analyses, fix confirmations, incident reports, layouts and folders of records',
  sql: /* sql */ `
    CREATE TABLE analyses (
      id TEXT PRIMARY KEY,
      record_set_id TEXT NOT NULL,
      ticket_id INTEGER REFERENCES tickets (id) ON DELETE SET NULL,
      name TEXT NOT NULL,
      pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      record_set_name TEXT NOT NULL,
      question TEXT NOT NULL,
      result TEXT NOT NULL,
      -- What a list shows; the result itself is too much to read for each line.
      summary TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX analyses_by_ticket ON analyses (ticket_id) WHERE ticket_id IS NOT NULL;
    CREATE INDEX analyses_by_record_set ON analyses (record_set_id);

    CREATE TRIGGER analyses_keep_what_they_found BEFORE UPDATE OF question, result ON analyses
    BEGIN
      SELECT RAISE(ABORT, 'an analysis was made; what it found cannot be changed');
    END;

    CREATE TABLE fix_confirmations (
      id TEXT PRIMARY KEY,
      analysis_id TEXT NOT NULL,
      ticket_id INTEGER REFERENCES tickets (id) ON DELETE SET NULL,
      at INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('gone', 'reduced', 'unchanged', 'too-few')),
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fix_confirmations_by_ticket ON fix_confirmations (ticket_id, at) WHERE ticket_id IS NOT NULL;
    CREATE INDEX fix_confirmations_by_analysis ON fix_confirmations (analysis_id);

    CREATE TRIGGER fix_confirmations_never_change BEFORE UPDATE OF analysis_id, at, verdict, document ON fix_confirmations
    BEGIN
      SELECT RAISE(ABORT, 'a fix was tried; what came of it cannot be changed');
    END;

    -- Tickets whose last fix confirmation that could tell anything says that the fault is still there.
    CREATE TABLE failed_fixes (
      ticket_id INTEGER PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE incident_reports (
      id TEXT PRIMARY KEY,
      analysis_id TEXT,
      ticket_id INTEGER REFERENCES tickets (id) ON DELETE SET NULL,
      updated_at INTEGER NOT NULL,
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incident_reports_by_ticket ON incident_reports (ticket_id) WHERE ticket_id IS NOT NULL;

    CREATE TABLE column_profiles (
      id TEXT PRIMARY KEY,
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE record_folders (
      id TEXT PRIMARY KEY,
      document TEXT NOT NULL,
      -- Names, sizes and times of the files that were read, so that none is read twice.
      read_files TEXT NOT NULL,
      last_import_at INTEGER
    ) STRICT, WITHOUT ROWID;
  `,
}
