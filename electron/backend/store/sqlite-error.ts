import Database from 'better-sqlite3'

/** Whether SQLite refused with this result code or one of its extended codes, e.g. SQLITE_CORRUPT_INDEX. */
export function hasSqliteCode(error: unknown, ...codes: readonly string[]): boolean {
  if (!(error instanceof Database.SqliteError)) return false
  return codes.some((code) => error.code === code || error.code.startsWith(`${code}_`))
}
