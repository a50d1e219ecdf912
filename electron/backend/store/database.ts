import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { listBackups, unwritable, type DataFiles } from './data-files.ts'
import { latestVersion, schemaVersion } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { hasSqliteCode } from './sqlite-error.ts'
import { describeBackups, StoreProblem } from './store-problem.ts'

/** Marks the file as Meridian's ("MRDN"), so that another program's database is never taken for ours. */
const APPLICATION_ID = 0x4d52444e

const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens a connection set up as every part of the store expects it.
 *
 * WAL keeps readers going beside the writer and survives kill -9 without loss: what was committed is in the
 * operating system's hands. `synchronous = NORMAL` may cost the last commits before a power cut, never the file's
 * soundness: records and cursor go back together, so the next run reads the same pages again. What people entered
 * has no second copy elsewhere; those writes go through `durably`.
 */
export function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    // Without it INSERT OR REPLACE would pass by the triggers that guard events.
    db.pragma('recursive_triggers = ON')
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

export function markAsOurs(db: Database.Database): void {
  db.pragma(`application_id = ${APPLICATION_ID}`)
}

/** Why the file is not a sound database that this version can use; null when it is. */
export type Unsoundness = { readonly kind: 'damaged'; readonly reason: string } | { readonly kind: 'newer' }

/**
 * Looks at a database before it is used. `full` also compares every index with its table: for backups, where
 * time does not matter.
 */
export function findUnsoundness(
  db: Database.Database,
  migrations: readonly Migration[],
  full: boolean,
): Unsoundness | null {
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      return { kind: 'damaged', reason: 'it is not a Meridian database' }
    }
    if (schemaVersion(db) > latestVersion(migrations)) return { kind: 'newer' }
    const finding = full ? String(db.pragma('integrity_check(1)', { simple: true })) : quickFinding(db)
    // SQLite breaks its findings into lines; ours becomes a part of one sentence.
    return finding === 'ok' ? null : { kind: 'damaged', reason: finding.replaceAll(/\s+/g, ' ') }
  } catch (error) {
    if (!isDamage(error)) throw error
    return { kind: 'damaged', reason: error.message }
  }
}

/**
 * "ok" or the first thing wrong, table by table with their indexes: a third of the time of a check of everything, and
 * every start waits for it. Left out are what FTS5 would say of the search index, which is derived, beyond the soundness
 * of the tables it lies in; and the CHECK rules, which held when each row was written.
 */
function quickFinding(db: Database.Database): string {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'`,
    )
    .pluck()
    .all()
  const check = db.prepare<[string], string>('SELECT quick_check FROM pragma_quick_check(?)').pluck()
  db.pragma('ignore_check_constraints = ON')
  try {
    for (const table of tables) {
      const finding = check.get(table)
      if (finding !== 'ok') return `${table}: ${finding}`
    }
    return 'ok'
  } finally {
    db.pragma('ignore_check_constraints = OFF')
  }
}

/** Opens the existing database of a data directory. Throws StoreProblem; the file is left as it is then. */
export function openSound(files: DataFiles, migrations: readonly Migration[]): Database.Database {
  let db: Database.Database | undefined
  try {
    // SQLite takes an empty file for an empty database: that would be starting anew in silence.
    if (statSync(files.database).size === 0) throw damaged(files, 'the file is empty')
    db = connect(files.database)
    const unsound = findUnsoundness(db, migrations, false)
    if (unsound?.kind === 'damaged') throw damaged(files, unsound.reason)
    if (unsound?.kind === 'newer') throw newerVersion(files, schemaVersion(db), latestVersion(migrations))
    return db
  } catch (error) {
    db?.close()
    if (error instanceof StoreProblem) throw error
    throw isDamage(error) ? damaged(files, error.message, error) : unwritable(files.directory, error)
  }
}

function isDamage(error: unknown): error is Error {
  return hasSqliteCode(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_FORMAT')
}

function damaged(files: DataFiles, reason: string, cause?: unknown): StoreProblem {
  const backups = listBackups(files)
  return new StoreProblem(
    'damaged',
    `The database ${files.database} is damaged (${reason}). It was left as it is. ` +
      describeBackups(backups, files.backups),
    { dataDirectory: files.directory, backups, cause },
  )
}

/** The folder shows that there was a database, and there is none. */
export function missing(files: DataFiles): StoreProblem {
  const backups = listBackups(files)
  return new StoreProblem(
    'damaged',
    `The database ${files.database} is missing, though this data directory had one. Nothing was made in its place. ` +
      `${describeBackups(backups, files.backups)} To begin anew, choose an empty data directory.`,
    { dataDirectory: files.directory, backups },
  )
}

function newerVersion(files: DataFiles, found: number, known: number): StoreProblem {
  const backups = listBackups(files)
  return new StoreProblem(
    'newer-version',
    `The database ${files.database} was written by a newer Meridian (schema ${found}; this one knows ${known}). ` +
      'It was left as it is. Start the newer Meridian again. Or, to go back and lose what came since: ' +
      describeBackups(backups, files.backups),
    { dataDirectory: files.directory, backups },
  )
}
