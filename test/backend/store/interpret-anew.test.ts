import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, markAsOurs } from '../../../electron/backend/store/database.ts'
import { migrate } from '../../../electron/backend/store/migrate.ts'
import { firstSchema } from '../../../electron/backend/store/migrations/0001-first-schema.ts'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { TicketRecord } from '../../../shared/records/ticket.ts'
import { madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore, ticketSource } from './temporary-store.ts'

const LATER = MONDAY + 60_000
const CORRECTED = { severities: { Urgent: 'P1' } }

function severityEvent(to: 'P1' | null): TicketEvent {
  const head = { externalId: '1', at: MONDAY, actor: { name: 'Dana Reyes', side: 'customer' as const } }
  return { ...head, kind: 'severity', basis: 'reported', from: null, to, reason: null }
}

/** One ticket as it was read before the mapping was corrected (`null`) and after. */
function readingOf(severity: 'P1' | null, externalId = '1', change: Partial<TicketRecord> = {}) {
  const ticket = madeTicket(externalId, { reportedSeverity: severity, ...change })
  return madePage([{ ticket, events: [severityEvent(severity)] }])
}

function correctMapping(store: Store): void {
  store.sources.save(ticketSource('desk', { config: CORRECTED }))
}

function eventsOf(store: Store, ticketId = 'desk:1') {
  return store.tickets.get(ticketId)?.events
}

test('without corrected settings a held event keeps its first reading', () => {
  const store = temporaryStore()
  store.tickets.applyPage('desk', readingOf(null), { now: MONDAY })
  store.tickets.applyPage('desk', readingOf('P1'), { now: LATER })
  expect(eventsOf(store)).toEqual([{ event: severityEvent(null), recordedAt: MONDAY }])
})

test('after corrected settings events take their new reading and keep when they were learnt', () => {
  const store = temporaryStore()
  store.tickets.applyPage('desk', readingOf(null), { now: MONDAY })
  correctMapping(store)
  expect(store.sources.run('desk')).toMatchObject({ cursor: null, interpretAnew: true })

  const outcome = store.tickets.applyPage('desk', readingOf('P1'), { now: LATER })
  expect(outcome).toEqual({ changedTicketIds: ['desk:1'], newEvents: 0 })
  expect(eventsOf(store)).toEqual([{ event: severityEvent('P1'), recordedAt: MONDAY }])
  expect(store.tickets.applyPage('desk', readingOf('P1'), { now: LATER }).changedTicketIds).toEqual([])
})

test('every part of an event is read anew: kind, time, actor and text', () => {
  const store = temporaryStore()
  store.tickets.applyPage('desk', readingOf(null), { now: MONDAY })
  correctMapping(store)
  const call: TicketEvent = {
    externalId: '1',
    at: MONDAY + 5,
    actor: { name: 'Sam Okoye', side: 'provider' },
    kind: 'phone-call',
    text: 'promised a technician',
  }
  const page = madePage([{ ticket: madeTicket('1', { reportedSeverity: null }), events: [call] }])
  store.tickets.applyPage('desk', page, { now: LATER })
  expect(eventsOf(store)).toEqual([{ event: call, recordedAt: MONDAY }])
  expect(store.tickets.search('technician', 5).map((hit) => hit.ticketId)).toEqual(['desk:1'])
})

test('the head is read anew even where its time of change is now an older one', () => {
  const store = temporaryStore()
  const older = readingOf('P1', '1', { updatedAt: MONDAY - 1_000 })
  store.tickets.applyPage('desk', readingOf(null), { now: MONDAY })
  store.tickets.applyPage('desk', older, { now: LATER })
  expect(store.tickets.get('desk:1')?.ticket.reportedSeverity).toBeNull()
  correctMapping(store)
  expect(store.tickets.applyPage('desk', older, { now: LATER }).changedTicketIds).toEqual(['desk:1'])
  expect(store.tickets.get('desk:1')?.ticket).toMatchObject({
    reportedSeverity: 'P1',
    updatedAt: MONDAY - 1_000,
  })
})

test('a crash between two pages keeps the mark, and a run that got through ends it', () => {
  const directory = temporaryDirectory()
  const crashed = temporaryStore(directory)
  for (const id of ['1', '2']) crashed.tickets.applyPage('desk', readingOf(null, id), { now: MONDAY })
  correctMapping(crashed)
  crashed.tickets.applyPage('desk', { ...readingOf('P1', '1'), cursor: { at: 1 } }, { now: LATER })
  crashed.close()

  const store = openStore({ dataDirectory: directory, now: () => LATER })
  expect(store.sources.run('desk')).toMatchObject({ cursor: { at: 1 }, interpretAnew: true })
  store.tickets.applyPage('desk', readingOf('P1', '2'), { now: LATER })
  expect(eventsOf(store, 'desk:2')).toEqual([{ event: severityEvent('P1'), recordedAt: MONDAY }])

  store.sources.saveRun('desk', { lastSuccessAt: LATER, interpretAnew: false })
  expect(store.tickets.applyPage('desk', readingOf(null, '2'), { now: LATER }).newEvents).toBe(0)
  expect(eventsOf(store, 'desk:2')).toEqual([{ event: severityEvent('P1'), recordedAt: MONDAY }])
  store.close()
})

test('a page that fails changes nothing, and takes its permission with it', () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  store.tickets.applyPage('desk', readingOf(null), { now: MONDAY })
  correctMapping(store)
  const tooLong = madeTicket('2', { subject: 'x'.repeat(1_001) })
  const page = madePage([...readingOf('P1').entries, { ticket: tooLong, events: [] }])
  expect(() => store.tickets.applyPage('desk', page, { now: LATER })).toThrow('CHECK')
  expect(eventsOf(store)).toEqual([{ event: severityEvent(null), recordedAt: MONDAY }])

  const db = connect(join(directory, 'meridian.db'))
  expect(db.prepare('SELECT * FROM source_interpretations').all()).toEqual([])
  expect(() => db.exec(`UPDATE ticket_events SET kind = 'note'`)).toThrow('never changed')
  db.close()
  expect(store.tickets.applyPage('desk', readingOf('P1'), { now: LATER }).changedTicketIds).toEqual([
    'desk:1',
  ])
})

test('the permission reaches neither other sources nor what an event is and when it was learnt', () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  store.sources.save(ticketSource('other'))
  for (const id of ['desk', 'other']) store.tickets.applyPage(id, readingOf(null), { now: MONDAY })
  const db = connect(join(directory, 'meridian.db'))
  db.exec(`BEGIN; INSERT INTO source_interpretations VALUES ('desk')`)
  const ofDesk = `WHERE ticket_id = (SELECT id FROM tickets WHERE source_id = 'desk')`
  expect(db.prepare(`UPDATE ticket_events SET at = 7 ${ofDesk}`).run().changes).toBe(1)
  expect(() => db.exec('UPDATE ticket_events SET at = 7')).toThrow('never changed')
  for (const column of ['id', 'ticket_id', 'external_id', 'recorded_at']) {
    expect(() => db.exec(`UPDATE ticket_events SET ${column} = 77 ${ofDesk}`)).toThrow('never changed')
  }
  expect(() => db.exec('DELETE FROM ticket_events')).toThrow('only with their source')
  db.exec('ROLLBACK')
  db.close()
})

test('only another config asks for a new interpretation', () => {
  const store = temporaryStore()
  const config = { statuses: { Done: 'resolved', Open: 'open' }, path: 'a.csv' }
  store.sources.save(ticketSource('desk', { config }))
  store.sources.saveRun('desk', { interpretAnew: false })
  store.tickets.applyPage('desk', madePage([], { cursor: { at: 4 } }), { now: MONDAY })
  // The same settings in another order, and everything that decides no reading.
  const same = { path: 'a.csv', statuses: { Open: 'open', Done: 'resolved' } }
  const change = { name: 'Renamed', pollSeconds: 5, enabled: false, sealedSecrets: { token: 'sealed' } }
  store.sources.save(ticketSource('desk', { ...change, config: same }))
  expect(store.sources.run('desk')).toMatchObject({ cursor: { at: 4 }, interpretAnew: false })
  store.sources.save(ticketSource('desk', { config: { ...same, statuses: { Done: 'closed' } } }))
  expect(store.sources.run('desk')).toMatchObject({ cursor: null, interpretAnew: true })

  store.sources.save(ticketSource('page', { role: 'status' }))
  store.sources.save(ticketSource('page', { role: 'status', config: { address: 'https://other.example' } }))
  expect(store.sources.run('page').interpretAnew).toBe(false)
})

test('a source that never ran is marked too: an import may have filled it', () => {
  const store = temporaryStore()
  store.tickets.applyPage('desk', readingOf(null), { now: MONDAY, keepCursor: true })
  correctMapping(store)
  store.tickets.applyPage('desk', readingOf('P1'), { now: LATER })
  expect(eventsOf(store)).toEqual([{ event: severityEvent('P1'), recordedAt: MONDAY }])
})

test('a database of the first schema comes over with its events, unmarked', () => {
  const directory = temporaryDirectory()
  const db = connect(join(directory, 'meridian.db'))
  markAsOurs(db)
  migrate(db, [firstSchema])
  db.exec(`
    INSERT INTO sources VALUES ('desk', 'scripted', 'tickets', 'Desk', 1, 60, '{}', '{}');
    INSERT INTO source_runs (source_id, cursor) VALUES ('desk', '{"at":9}');
    INSERT INTO tickets (id, source_id, external_id, case_number, subject, status, raw_status, channel, created_at,
      updated_at, fields) VALUES (1, 'desk', '1', 'INC-1', '', 'open', 'open', 'email', 1, 1, '{}');
    INSERT INTO ticket_events (ticket_id, external_id, at, recorded_at, kind, actor_side, text)
      VALUES (1, '1', 5, 6, 'note', 'provider', 'kept')`)
  db.close()
  const store = temporaryStore(directory)
  expect(store.sources.run('desk')).toMatchObject({ cursor: { at: 9 }, interpretAnew: false })
  store.tickets.applyPage('desk', readingOf('P1'), { now: LATER })
  expect(eventsOf(store)).toMatchObject([{ event: { kind: 'note', text: 'kept' }, recordedAt: 6 }])
})
