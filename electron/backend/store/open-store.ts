import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { createAccessStore } from './access-store.ts'
import { createAlertStore } from './alert-store.ts'
import { createAnalysisStore } from './analysis-store.ts'
import { backUp } from './backup.ts'
import {
  createPrivateFile,
  dataFiles,
  DIRECTORY_MODE,
  flushDirectory,
  prepareDirectory,
  unwritable,
  type DataFiles,
} from './data-files.ts'
import { lockDataDirectory } from './data-lock.ts'
import { createConfirmationStore } from './confirmation-store.ts'
import { connect, markAsOurs, missing, openSound } from './database.ts'
import { createEscalationStore } from './escalation-store.ts'
import { createKeyStore } from './key-store.ts'
import { backUpBeforeMigration, latestVersion, migrate, schemaVersion } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'
import { createRecordSettingsStore } from './record-settings-store.ts'
import { createReportStore } from './report-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { createSourceStore } from './source-store.ts'
import { createStatusStore } from './status-store.ts'
import type { Store } from './store.ts'
import { StoreProblem } from './store-problem.ts'
import { createTicketStore } from './ticket-store.ts'

export interface OpenStoreOptions {
  readonly dataDirectory: string
  /** UTC milliseconds; names the backup made before a migration. */
  readonly now: () => number
  /** The schema's steps; only tests give others. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the database of a data directory for this process alone: locked, checked, migrated. A directory without one
 * gets a new one only if it never had any. Throws StoreProblem, with nothing changed.
 */
export function openStore(options: OpenStoreOptions): Store {
  const migrations = options.migrations ?? allMigrations
  const files = dataFiles(options.dataDirectory)
  prepareDirectory(options.dataDirectory)
  const unlock = lockDataDirectory(files)
  try {
    if (!existsSync(files.database)) createDatabase(files, migrations)
    const db = openSound(files, migrations)
    bringUpToDate(db, files, migrations, options.now())
    return storeOver(db, unlock)
  } catch (error) {
    unlock()
    throw error instanceof StoreProblem ? error : unwritable(options.dataDirectory, error)
  }
}

/** Makes the first database beside its place and moves it there complete, so that a crash leaves none or a whole one. */
function createDatabase(files: DataFiles, migrations: readonly Migration[]): void {
  if (existsSync(files.backups)) throw missing(files)
  for (const leftover of ['', '-wal', '-shm']) rmSync(files.newDatabase + leftover, { force: true })
  createPrivateFile(files.newDatabase)
  const db = connect(files.newDatabase)
  try {
    markAsOurs(db)
    migrate(db, migrations)
  } finally {
    db.close()
  }
  renameSync(files.newDatabase, files.database)
  mkdirSync(files.backups, { mode: DIRECTORY_MODE })
  flushDirectory(files.directory)
}

function bringUpToDate(
  db: Database.Database,
  files: DataFiles,
  migrations: readonly Migration[],
  now: number,
): void {
  const target = latestVersion(migrations)
  if (schemaVersion(db) === target) return
  try {
    const copy = backUpBeforeMigration(db, files, target, now)
    try {
      migrate(db, migrations)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new StoreProblem(
        'damaged',
        `The database could not be brought to schema ${target} (${reason}); it stands at schema ` +
          `${schemaVersion(db)} and nothing is lost. Start the Meridian you had before, or restore its copy ${copy}.`,
        { dataDirectory: files.directory, backups: [copy], cause },
      )
    }
  } catch (error) {
    db.close()
    throw error
  }
}

function storeOver(db: Database.Database, unlock: () => void): Store {
  return {
    tickets: createTicketStore(db),
    status: createStatusStore(db),
    sources: createSourceStore(db),
    settings: createSettingsStore(db),
    access: createAccessStore(db),
    escalations: createEscalationStore(db),
    alerts: createAlertStore(db),
    keys: createKeyStore(db),
    analyses: createAnalysisStore(db),
    confirmations: createConfirmationStore(db),
    reports: createReportStore(db),
    recordSettings: createRecordSettingsStore(db),
    backup: (toFile, progress) => backUp(db, toFile, progress),
    close() {
      if (!db.open) return
      // Keeps the planner's figures true as the tables grow; bounded, and skipped where nothing changed.
      db.pragma('optimize')
      db.close()
      unlock()
    },
  }
}
