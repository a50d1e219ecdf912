import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { createPrivateFile, DIRECTORY_MODE, flushDirectory, flushFile } from './data-files.ts'
import { StoreProblem } from './store-problem.ts'

/** Copied between two turns of the event loop: about 4 MB, a few milliseconds. */
const PAGES_PER_STEP = 1_000

/**
 * Copies the database while it is written, page by page, as it was at the beginning, and gives the copy its name only
 * once it is whole and sound. `progress` counts database pages. Throws StoreProblem `unwritable` where the file exists or cannot be made.
 */
export async function backUp(
  db: Database.Database,
  toFile: string,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const partial = `${toFile}.partial`
  const place = { dataDirectory: dirname(toFile) }
  if (existsSync(toFile)) {
    throw new StoreProblem(
      'unwritable',
      `The file ${toFile} exists already and was left as it is. Name another file for the backup.`,
      place,
    )
  }
  try {
    mkdirSync(dirname(toFile), { recursive: true, mode: DIRECTORY_MODE })
    rmSync(partial, { force: true })
    createPrivateFile(partial)
    await copyPages(db.name, partial, progress)
    sealCopy(partial)
    flushFile(partial)
    renameSync(partial, toFile)
    flushDirectory(dirname(toFile))
  } catch (cause) {
    if (existsSync(partial)) rmSync(partial)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreProblem(
      'unwritable',
      `The backup ${toFile} could not be written (${reason}). Meridian goes on as before. ` +
        'Look at the free space and the rights of that folder, and try again.',
      { ...place, cause },
    )
  }
}

/** Copies through a reader of its own: its open transaction holds the state, so that no write starts the copy again. */
async function copyPages(
  database: string,
  partial: string,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const reader = new Database(database, { readonly: true })
  try {
    reader.exec('BEGIN')
    // The state is taken with the first read.
    reader.pragma('schema_version')
    await reader.backup(partial, {
      progress({ totalPages, remainingPages }) {
        progress?.(totalPages - remainingPages, totalPages)
        return PAGES_PER_STEP
      },
    })
  } finally {
    reader.close()
  }
}

/** Makes the copy one file that needs no -wal beside it, and checks that it can be read throughout. */
function sealCopy(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
    const finding = copy.pragma('quick_check(1)', { simple: true })
    if (finding !== 'ok') throw new Error(`the copy is not sound: ${String(finding)}`)
  } finally {
    copy.close()
  }
}
