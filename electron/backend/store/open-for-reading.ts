import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { dataFiles } from './data-files.ts'
import { findUnsoundness } from './database.ts'
import { latestVersion, schemaVersion } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { createSettingsStore } from './settings-store.ts'
import type { SettingsStore, TicketStore } from './store.ts'
import { StoreProblem } from './store-problem.ts'
import { TICKET_ID } from './ticket-key.ts'
import { createTicketReader } from './ticket-reader.ts'

/** A ticket as a list names it. */
export interface FoundTicket {
  readonly ticketId: string
  readonly caseNumber: string
  readonly subject: string
  readonly customer: string | null
}

/** What may be read beside a running Meridian, or without one, and never changes anything. */
export interface ReadingStore {
  readonly tickets: Pick<TicketStore, 'get' | 'createdBetween' | 'countCreatedBetween'>
  /** Of every source: two help desks may use the same number. */
  ticketsOfCase(caseNumber: string): FoundTicket[]
  readonly settings: Pick<SettingsStore, 'get'>
  close(): void
}

/** Opens the database of a data directory for reading only. Throws StoreProblem. */
export function openForReading(dataDirectory: string): ReadingStore {
  const { database } = dataFiles(dataDirectory)
  if (!existsSync(database)) {
    throw unreadable(dataDirectory, `There is no database in ${dataDirectory}: name the right data directory`)
  }
  const db = connectReading(dataDirectory, database)
  try {
    demandPresentSchema(db, dataDirectory, database)
    const selectCase = db.prepare<[string], FoundTicket>(
      `SELECT ${TICKET_ID} AS ticketId, case_number AS caseNumber, subject, customer
       FROM tickets WHERE case_number = ? ORDER BY id`,
    )
    return {
      tickets: createTicketReader(db),
      ticketsOfCase: (caseNumber) => selectCase.all(caseNumber),
      settings: createSettingsStore(db),
      close: () => void db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

function connectReading(dataDirectory: string, database: string): Database.Database {
  try {
    return new Database(database, { readonly: true, fileMustExist: true })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw unreadable(dataDirectory, `The database ${database} cannot be read (${why})`, cause)
  }
}

function demandPresentSchema(db: Database.Database, dataDirectory: string, database: string): void {
  const unsound = findUnsoundness(db, migrations, false)
  if (unsound?.kind === 'damaged') {
    throw unreadable(
      dataDirectory,
      `The database ${database} is damaged (${unsound.reason}): run "meridian check"`,
    )
  }
  if (unsound?.kind === 'newer') {
    throw unreadable(dataDirectory, `The database ${database} was written by a newer Meridian: use that one`)
  }
  if (schemaVersion(db) !== latestVersion(migrations)) {
    throw unreadable(
      dataDirectory,
      `The database ${database} is of an older Meridian: start this one on it once`,
    )
  }
}

function unreadable(dataDirectory: string, sentence: string, cause?: unknown): StoreProblem {
  return new StoreProblem('damaged', `${sentence}. Nothing was changed.`, { dataDirectory, cause })
}
