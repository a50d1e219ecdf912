import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import {
  createPrivateFile,
  DIRECTORY_MODE,
  fileStamp,
  flushDirectory,
  flushFile,
  type DataFiles,
} from './data-files.ts'
import type { Migration } from './migrations/migration.ts'

/** The version of the schema the file holds; 0 for a file without one. */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Runs the steps the file does not have yet, each in its own transaction together with its number: after a crash or
 * a failing step the file stands at the step before.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    if (migration.version <= schemaVersion(db)) continue
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.version}`)
    }).exclusive()
  }
}

/** Writes a complete copy beside the other backups before an existing file is migrated; returns its path. */
export function backUpBeforeMigration(
  db: Database.Database,
  files: DataFiles,
  target: number,
  now: number,
): string {
  mkdirSync(files.backups, { recursive: true, mode: DIRECTORY_MODE })
  const name = `before-version-${target}-from-${schemaVersion(db)}-${fileStamp(now)}`
  const copy = join(files.backups, `${name}.db`)
  const partial = join(files.backups, `${name}.partial`)
  if (existsSync(copy)) return copy
  rmSync(partial, { force: true })
  createPrivateFile(partial)
  db.prepare('VACUUM INTO ?').run(partial)
  flushFile(partial)
  renameSync(partial, copy)
  flushDirectory(files.backups)
  return copy
}
