import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataFiles } from '../../electron/backend/store/data-files.ts'
import { openStore } from '../../electron/backend/store/open-store.ts'
import { eventDetail, eventText, HEAD_COLUMNS, headValues } from '../../electron/backend/store/ticket-rows.ts'
import { OPEN_TICKET } from '../../electron/backend/store/ticket-reader.ts'
import type { TicketPage } from '../../electron/backend/connectors/connector.ts'
import type { Store } from '../../electron/backend/store/store.ts'
import type { BenchResult } from './bench-result.ts'
import { benchPage } from './store-pages.ts'

export const name = 'store'

const TICKETS = 100_000
const PAGE_SIZE = 1_000
const PAGES = TICKETS / PAGE_SIZE
const ROUNDS = 3
const NOW = Date.UTC(2026, 0, 5)
const EVENTS_PER_TICKET = 5

/** The store against bare better-sqlite3 on the same rows, taking turns so that both meet the same machine. */
export async function run(): Promise<BenchResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-bench-'))
  try {
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const store = emptyStore(join(directory, `store-${round}`))
      ours.push(fillStore(store))
      store.close()
      bare.push(fillBare(join(directory, `bare-${round}.db`), join(directory, `store-${round}`)))
    }
    const filled = join(directory, 'store-0')
    return [upsertResult(ours, bare), ...readResults(filled)]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function emptyStore(dataDirectory: string): Store {
  const store = openStore({ dataDirectory, now: () => NOW })
  store.sources.save({
    id: 'desk',
    kind: 'bench',
    role: 'tickets',
    name: 'Desk',
    enabled: true,
    pollSeconds: 60,
    config: {},
    sealedSecrets: {},
  })
  return store
}

/** Milliseconds to upsert everything, page by page; making the pages does not count. */
function fillStore(store: Store): number {
  let spent = 0
  for (let index = 0; index < PAGES; index += 1) {
    const page = benchPage(index, PAGE_SIZE)
    const startedAt = performance.now()
    store.tickets.applyPage('desk', page, { now: NOW })
    spent += performance.now() - startedAt
  }
  return spent
}

/** Milliseconds for plain INSERTs of the same rows, made beforehand, into equal tables without search index. */
function fillBare(file: string, likeStoreIn: string): number {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(tablesOf(likeStoreIn))
  db.exec(`INSERT INTO sources VALUES ('desk', 'bench', 'tickets', 'Desk', 1, 60, '{}', '{}')`)
  const columns = ['source_id', 'external_id', ...HEAD_COLUMNS]
  const insertTicket = db.prepare(
    `INSERT INTO tickets (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const insertEvent = db.prepare(
    `INSERT INTO ticket_events
       (ticket_id, external_id, at, recorded_at, kind, actor_name, actor_side, text, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let spent = 0
  for (let index = 0; index < PAGES; index += 1) {
    const rows = rowsOf(benchPage(index, PAGE_SIZE))
    const startedAt = performance.now()
    db.transaction(() => {
      for (const { ticket, events } of rows) {
        const { lastInsertRowid } = insertTicket.run(...ticket)
        for (const event of events) insertEvent.run(lastInsertRowid, ...event)
      }
    })()
    spent += performance.now() - startedAt
  }
  db.close()
  return spent
}

function tablesOf(dataDirectory: string): string {
  const db = new Database(dataFiles(dataDirectory).database, { readonly: true })
  const statements = db
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index')
         AND tbl_name IN ('sources', 'tickets', 'ticket_events')`,
    )
    .pluck()
    .all()
  db.close()
  return statements.join(';')
}

function rowsOf(page: TicketPage) {
  return page.entries.map(({ ticket, events }) => ({
    ticket: ['desk', ticket.externalId, ...headValues(ticket)],
    events: events.map((event) => [
      event.externalId,
      event.at,
      NOW,
      event.kind,
      event.actor.name,
      event.actor.side,
      eventText(event),
      eventDetail(event),
    ]),
  }))
}

function upsertResult(ours: readonly number[], bare: readonly number[]): BenchResult {
  const value = TICKETS / (median(ours) / 1_000)
  const baselineValue = TICKETS / (median(bare) / 1_000)
  return {
    name: `upsert ${TICKETS} tickets with ${EVENTS_PER_TICKET} events each, searchable`,
    value,
    unit: 'tickets/s',
    baseline: 'bare better-sqlite3, no search index',
    baselineValue,
    ratio: value / baselineValue,
    goal: 'at least half the rate',
    met: value / baselineValue >= 0.5,
  }
}

function readResults(dataDirectory: string): BenchResult[] {
  const store = openStore({ dataDirectory, now: () => NOW })
  const db = new Database(dataFiles(dataDirectory).database, { readonly: true })
  try {
    const { open } = store.tickets.count()
    const openRows = db.prepare(
      `SELECT * FROM tickets JOIN ticket_events ON ticket_id = tickets.id WHERE ${OPEN_TICKET}`,
    )
    const titles = db.prepare(
      `SELECT id, subject FROM tickets WHERE subject LIKE '%roaming%' ORDER BY updated_at DESC LIMIT 50`,
    )
    return [
      readResult(
        `open(): ${open} open of ${TICKETS} tickets with their events, median`,
        times(() => store.tickets.open()),
        'the joined rows, bare',
        times(() => openRows.all()),
        120,
      ),
      readResult(
        'search for a word of every second ticket, median',
        times(() => store.tickets.search('roaming reg', 50)),
        'LIKE on the subject, bare',
        times(() => titles.all()),
        250,
      ),
    ]
  } finally {
    db.close()
    store.close()
  }
}

function readResult(
  what: string,
  ours: readonly number[],
  baseline: string,
  bare: readonly number[],
  goalMs: number,
): BenchResult {
  const value = median(ours)
  const baselineValue = median(bare)
  return {
    name: what,
    value,
    unit: 'ms',
    baseline,
    baselineValue,
    ratio: value / baselineValue,
    goal: `under ${goalMs} ms`,
    met: value < goalMs,
  }
}

function times(act: () => unknown): number[] {
  return Array.from({ length: 20 }, () => {
    const startedAt = performance.now()
    act()
    return performance.now() - startedAt
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
