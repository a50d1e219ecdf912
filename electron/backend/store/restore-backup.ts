import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import {
  createPrivateFile,
  dataFiles,
  DIRECTORY_MODE,
  fileStamp,
  flushDirectory,
  flushFile,
  prepareDirectory,
  unwritable,
  type DataFiles,
} from './data-files.ts'
import { lockDataDirectory } from './data-lock.ts'
import { findUnsoundness } from './database.ts'
import { migrations } from './migrations/migrations.ts'
import { StoreProblem } from './store-problem.ts'

/**
 * Puts a backup in the database's place after checking it throughout. The database that stood there is kept beside
 * it under the returned path (null where there was none). Throws StoreProblem, with nothing changed: `locked`,
 * `unwritable`, or `damaged` and `newer-version` of the backup.
 */
export function restoreBackup(
  dataDirectory: string,
  backupFile: string,
  now: number,
): { setAside: string | null } {
  const files = dataFiles(dataDirectory)
  prepareDirectory(dataDirectory)
  const unlock = lockDataDirectory(files)
  try {
    takeCopy(files, backupFile)
    mkdirSync(files.backups, { recursive: true, mode: DIRECTORY_MODE })
    const setAside = setDatabaseAside(files, now)
    renameSync(files.newDatabase, files.database)
    flushDirectory(dataDirectory)
    return { setAside }
  } catch (error) {
    throw error instanceof StoreProblem ? error : unwritable(dataDirectory, error)
  } finally {
    unlock()
  }
}

/** Checks a copy, not the backup itself: opening a database may write beside it, and a backup may be read-only. */
function takeCopy(files: DataFiles, backupFile: string): void {
  if (!existsSync(backupFile)) throw unusable(files, backupFile, 'damaged', 'there is no such file')
  for (const leftover of ['', '-wal', '-shm']) rmSync(files.newDatabase + leftover, { force: true })
  createPrivateFile(files.newDatabase)
  copyFileSync(backupFile, files.newDatabase)
  flushFile(files.newDatabase)
  const copy = new Database(files.newDatabase)
  const unsound = findUnsoundness(copy, migrations, true)
  copy.close()
  if (unsound === null) return
  rmSync(files.newDatabase)
  if (unsound.kind === 'newer') {
    throw unusable(files, backupFile, 'newer-version', 'a newer Meridian wrote it')
  }
  throw unusable(files, backupFile, 'damaged', unsound.reason)
}

function setDatabaseAside(files: DataFiles, now: number): string | null {
  if (!existsSync(files.database)) return null
  const aside = `${files.database}.set-aside-${fileStamp(now)}`
  // The journal goes first: left behind it would be played into the restored database.
  for (const part of ['-wal', '-shm', '']) {
    if (existsSync(files.database + part)) renameSync(files.database + part, aside + part)
  }
  return aside
}

function unusable(
  files: DataFiles,
  backupFile: string,
  code: 'damaged' | 'newer-version',
  reason: string,
): StoreProblem {
  return new StoreProblem(
    code,
    `The backup ${backupFile} cannot be restored (${reason}). The database was left as it is. Choose another backup.`,
    { dataDirectory: files.directory },
  )
}
