import Database from 'better-sqlite3'
import { createPrivateFile, unwritable, type DataFiles } from './data-files.ts'
import { hasSqliteCode } from './sqlite-error.ts'
import { StoreProblem } from './store-problem.ts'

/**
 * Holds the data directory for this process: an exclusive transaction on a second, empty SQLite file. The lock is
 * the operating system's, so a killed process frees it at once and no stale lock file can ever bar the way.
 * Throws StoreProblem `locked` or `unwritable`. The returned function lets go.
 */
export function lockDataDirectory(files: DataFiles): () => void {
  let lock: Database.Database | undefined
  try {
    createPrivateFile(files.lock)
    lock = new Database(files.lock, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    if (hasSqliteCode(cause, 'SQLITE_BUSY')) throw locked(files.directory, cause)
    throw unwritable(files.directory, cause)
  }
  const held = lock
  return () => held.close()
}

function locked(dataDirectory: string, cause: unknown): StoreProblem {
  return new StoreProblem(
    'locked',
    `Another Meridian is using the data directory ${dataDirectory}. It keeps running and nothing was changed. ` +
      'Use its window, close it first, or give this one another data directory.',
    { dataDirectory, cause },
  )
}
