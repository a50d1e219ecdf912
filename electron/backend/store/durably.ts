import type Database from 'better-sqlite3'

/**
 * Runs a write in a transaction that a power cut cannot take back once it returned. For what people entered
 * (sources, settings, users, revoked tokens): it exists nowhere else, and a revoked token must stay revoked.
 */
export function durably<T>(db: Database.Database, write: () => T): T {
  db.pragma('synchronous = FULL')
  try {
    return db.transaction(write).immediate()
  } finally {
    db.pragma('synchronous = NORMAL')
  }
}
