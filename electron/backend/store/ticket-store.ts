import type Database from 'better-sqlite3'
import { createPageWriter } from './ticket-page-writer.ts'
import type { TicketStore } from './store.ts'
import { createTicketReader } from './ticket-reader.ts'
import { createTicketSearch } from './ticket-search.ts'

export function createTicketStore(db: Database.Database): TicketStore {
  const search = createTicketSearch(db)
  return {
    applyPage: createPageWriter(db, search),
    ...createTicketReader(db),
    search: search.find,
  }
}
