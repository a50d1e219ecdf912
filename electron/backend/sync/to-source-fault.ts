import Database from 'better-sqlite3'
import { SourceFault } from '../connectors/source-fault.ts'

/**
 * Any error of a run as a fault. The text of an unexpected one may hold a secret or a customer's words and stays
 * out of the detail; its kind tells enough to look further.
 */
export function toSourceFault(error: unknown): SourceFault {
  if (error instanceof SourceFault) return error
  if (error instanceof Database.SqliteError) {
    return new SourceFault('internal', `the database refused a write (${error.code})`, { cause: error })
  }
  const kind = error instanceof Error ? error.name : typeof error
  return new SourceFault('internal', `unexpected ${kind} while reading the source`, { cause: error })
}
