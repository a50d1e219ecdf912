import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { dataFiles } from '../../backend/store/data-files.ts'
import { findUnsoundness } from '../../backend/store/database.ts'
import { latestVersion, schemaVersion } from '../../backend/store/migrate.ts'
import { migrations } from '../../backend/store/migrations/migrations.ts'
import { restoreBackup } from '../../backend/store/restore-backup.ts'
import { createSourceStore } from '../../backend/store/source-store.ts'
import { checkPolicies } from '../check/check-policies.ts'
import { checkSources } from '../check/check-sources.ts'
import type { Finding } from '../check/finding.ts'
import { CliProblem, fileReason } from '../problem.ts'

/**
 * `check`: a sentence per finding on standard output; exit code 1 when one of them is a problem. Reads only, also
 * beside a running server. With `restore`, puts a backup in place first.
 */
export async function runCheck({ dataDir, restore }: { dataDir: string; restore?: string }): Promise<number> {
  const dataDirectory = resolve(dataDir)
  if (restore !== undefined) restoreFrom(dataDirectory, resolve(restore))
  const findings = [...(await checkData(dataDirectory)), ...checkPolicies(dataDirectory)]
  for (const { sentence } of findings) console.log(sentence)
  return findings.some(({ isProblem }) => isProblem) ? 1 : 0
}

function restoreFrom(dataDirectory: string, backup: string): void {
  const { setAside } = restoreBackup(dataDirectory, backup, Date.now())
  const kept = setAside === null ? '' : ` The database that stood there is kept as ${setAside}.`
  console.log(`The backup ${backup} was restored.${kept}`)
}

async function checkData(dataDirectory: string): Promise<Finding[]> {
  const { database } = dataFiles(dataDirectory)
  if (!existsSync(database)) {
    throw new CliProblem(
      `There is no database in ${dataDirectory}: name another --data-dir, or restore a backup with --restore FILE.`,
    )
  }
  const db = openForReading(database)
  try {
    const unsound = findUnsoundness(db, migrations, true)
    if (unsound?.kind === 'newer') {
      return [
        {
          isProblem: true,
          sentence: `The database ${database} was written by a newer Meridian: start that one.`,
        },
      ]
    }
    if (unsound !== null) return [{ isProblem: true, sentence: damaged(database, unsound.reason) }]
    const version = schemaVersion(db)
    if (version !== latestVersion(migrations)) {
      const sentence = `The database is sound and has schema ${version}; the next start backs it up and brings it to ${latestVersion(migrations)}.`
      return [{ isProblem: false, sentence }]
    }
    return [checkReferences(db, database), ...(await checkSources(createSourceStore(db), dataDirectory))]
  } finally {
    db.close()
  }
}

function openForReading(database: string): Database.Database {
  try {
    return new Database(database, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw new CliProblem(`The database ${database} cannot be read (${fileReason(error)}).`, error)
  }
}

function damaged(database: string, reason: string): string {
  return `The database ${database} is damaged (${reason}): restore a backup with "meridian check --restore FILE".`
}

function checkReferences(db: Database.Database, database: string): Finding {
  const dangling = db.prepare('PRAGMA foreign_key_check').all().length
  if (dangling > 0)
    return { isProblem: true, sentence: damaged(database, `${dangling} records point to nothing`) }
  const count = (name: string): number => Number(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get())
  return {
    isProblem: false,
    sentence: `The database is sound: ${count('tickets')} tickets, ${count('ticket_events')} events.`,
  }
}
