import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../electron/backend/store/database.ts'
import { OPEN_TICKET } from '../../../electron/backend/store/ticket-reader.ts'
import { settledStatuses } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { madeNote, madePage, madeReply, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore, ticketSource } from './temporary-store.ts'

const now = MONDAY + 60_000

test('gives back every kind of event as it came', () => {
  const store = temporaryStore()
  const head = { at: MONDAY, actor: { name: null, side: 'system' as const } }
  const events: TicketEvent[] = [
    {
      ...head,
      externalId: '1',
      kind: 'created',
      channel: 'web',
      severity: 'P1',
      status: 'new',
      text: 'Down.',
    },
    madeReply('2', 'Still down.'),
    madeNote('3', 'Looks like the carrier.'),
    { ...head, externalId: '4', kind: 'phone-call', text: '' },
    { ...head, externalId: '5', kind: 'status', from: 'new', to: 'open', raw: 'open' },
    {
      ...head,
      externalId: '6',
      kind: 'severity',
      basis: 'assessed',
      from: null,
      to: 'P2',
      reason: 'one site',
    },
    { ...head, externalId: '7', kind: 'owner', from: null, to: 'Sam Okoye' },
    { ...head, externalId: '8', kind: 'customer', from: 'A', to: 'B' },
    { ...head, externalId: '9', kind: 'domain', from: null, to: 'mno', reason: null },
    { ...head, externalId: '10', kind: 'field', name: 'APN', from: null, to: 'iot.example' },
    { ...head, externalId: '11', kind: 'merged', into: '99' },
  ]
  const ticket = madeTicket('1', { fields: { APN: 'iot.example' }, sourceDueAt: MONDAY + 1 })
  store.tickets.applyPage('desk', madePage([{ ticket, events }]), { now })
  expect(store.tickets.get('desk:1')).toEqual({
    ticket: { ...ticket, ticketId: 'desk:1', sourceId: 'desk', absence: null },
    events: events.map((event) => ({ event, recordedAt: now })),
  })
})

test('orders events by time, then by when they were recorded', () => {
  const store = temporaryStore()
  const ticket = madeTicket('1')
  const first = [madeNote('late', '', MONDAY + 9), madeNote('b', '', MONDAY)]
  store.tickets.applyPage('desk', madePage([{ ticket, events: first }]), { now })
  store.tickets.applyPage('desk', madePage([{ ticket, events: [madeNote('a', '', MONDAY)] }]), { now })
  const order = ['b', 'a', 'late']
  expect(store.tickets.get('desk:1')?.events.map(({ event }) => event.externalId)).toEqual(order)
  expect(store.tickets.open()[0]?.events.map(({ event }) => event.externalId)).toEqual(order)
})

test('a repeated page changes nothing and names no ticket', () => {
  const store = temporaryStore()
  const page = madePage([{ ticket: madeTicket('1'), events: [madeNote('1', 'x')] }], {
    absent: [{ externalId: '1', absence: 'merged' }],
    refusals: [{ place: 'ticket 7', reason: 'no subject' }],
  })
  expect(store.tickets.applyPage('desk', page, { now })).toEqual({
    changedTicketIds: ['desk:1'],
    newEvents: 1,
  })
  const before = store.tickets.get('desk:1')
  expect(store.tickets.applyPage('desk', page, { now: now + 1 })).toEqual({
    changedTicketIds: [],
    newEvents: 0,
  })
  expect(store.tickets.get('desk:1')).toEqual(before)
  expect(store.sources.refusals('desk', 10)).toEqual({
    refusals: [{ place: 'ticket 7', reason: 'no subject', at: now + 1 }],
    total: 1,
  })
})

test('names exactly the tickets that differ', () => {
  const store = temporaryStore()
  const entries = ['1', '2', '3'].map((id) => ({ ticket: madeTicket(id), events: [madeNote('1', 'x')] }))
  store.tickets.applyPage('desk', madePage(entries), { now })
  const changed = madePage([
    { ticket: madeTicket('1'), events: [madeNote('1', 'x')] },
    { ticket: madeTicket('2', { owner: 'Sam Okoye' }), events: [] },
    { ticket: madeTicket('3'), events: [madeNote('2', 'y')] },
  ])
  expect(store.tickets.applyPage('desk', changed, { now })).toEqual({
    changedTicketIds: ['desk:2', 'desk:3'],
    newEvents: 1,
  })
})

test('an older report never replaces a newer one, but its events are kept', () => {
  const store = temporaryStore()
  const newer = madeTicket('1', { subject: 'newer', updatedAt: MONDAY + 1_000 })
  const older = madeTicket('1', { subject: 'older', updatedAt: MONDAY })
  store.tickets.applyPage('desk', madePage([{ ticket: newer, events: [] }]), { now })
  const outcome = store.tickets.applyPage(
    'desk',
    madePage([{ ticket: older, events: [madeNote('1', 'x')] }]),
    {
      now,
    },
  )
  expect(outcome).toEqual({ changedTicketIds: ['desk:1'], newEvents: 1 })
  expect(store.tickets.get('desk:1')?.ticket.subject).toBe('newer')
  expect(store.tickets.get('desk:1')?.events).toHaveLength(1)
})

test('an absent ticket keeps its history and is present again when it is listed again', () => {
  const store = temporaryStore()
  const entry = { ticket: madeTicket('1'), events: [madeNote('1', 'x')] }
  store.tickets.applyPage('desk', madePage([entry]), { now })
  const gone = madePage([], {
    absent: [
      { externalId: '1', absence: 'deleted' },
      { externalId: 'never seen', absence: 'deleted' },
    ],
  })
  expect(store.tickets.applyPage('desk', gone, { now }).changedTicketIds).toEqual(['desk:1'])
  expect(store.tickets.get('desk:1')?.ticket.absence).toBe('deleted')
  expect(store.tickets.get('desk:1')?.events).toHaveLength(1)
  expect(store.tickets.open()).toEqual([])
  expect(store.tickets.presentExternalIds('desk')).toEqual([])
  expect(store.tickets.applyPage('desk', madePage([entry]), { now }).changedTicketIds).toEqual(['desk:1'])
  expect(store.tickets.get('desk:1')?.ticket.absence).toBeNull()
  expect(store.tickets.presentExternalIds('desk')).toEqual(['1'])
})

test('stores cursor and records together or not at all', () => {
  const store = temporaryStore()
  store.tickets.applyPage('desk', madePage([], { cursor: { at: 1 } }), { now })
  const tooLong = madeTicket('2', { subject: 'x'.repeat(1_001) })
  const page = madePage(
    [
      { ticket: madeTicket('1'), events: [] },
      { ticket: tooLong, events: [] },
    ],
    {
      cursor: { at: 2 },
    },
  )
  expect(() => store.tickets.applyPage('desk', page, { now })).toThrow(/CHECK constraint/)
  expect(store.sources.run('desk').cursor).toEqual({ at: 1 })
  expect(store.tickets.count().tickets).toBe(0)
})

test('a sweep leaves the cursor', () => {
  const store = temporaryStore()
  store.tickets.applyPage('desk', madePage([], { cursor: { at: 1 } }), { now })
  store.tickets.applyPage('desk', madePage([], { cursor: { at: 9 } }), { now, keepCursor: true })
  expect(store.sources.run('desk').cursor).toEqual({ at: 1 })
})

test('open tickets are those present and not settled, with events but without their texts', () => {
  const store = temporaryStore()
  const statuses = [
    'new',
    'open',
    'awaiting-customer',
    'awaiting-mno',
    'on-hold',
    ...settledStatuses,
  ] as const
  const entries = statuses.map((status) => ({
    ticket: madeTicket(status, { status }),
    events: [madeNote('1', 'a long text')],
  }))
  store.tickets.applyPage('desk', madePage(entries), { now })
  const open = ['new', 'open', 'awaiting-customer', 'awaiting-mno', 'on-hold']
  expect(store.tickets.open().map(({ ticket }) => ticket.externalId)).toEqual(open)
  expect(store.tickets.open()[0]?.events).toEqual([{ event: madeNote('1', ''), recordedAt: now }])
  const ids = ['desk:closed', 'desk:new', 'desk:unknown', 'nonsense']
  expect(store.tickets.openOf(ids)).toEqual(store.tickets.open().slice(0, 1))
  expect(store.tickets.count()).toEqual({ tickets: 8, open: 5, events: 8 })
  for (const status of settledStatuses) expect(OPEN_TICKET).toContain(`'${status}'`)
})

test('two sources may use the same ids', () => {
  const store = temporaryStore()
  store.sources.save(ticketSource('other'))
  store.tickets.applyPage('desk', madePage([{ ticket: madeTicket('1:2', { subject: 'a' }), events: [] }]), {
    now,
  })
  store.tickets.applyPage('other', madePage([{ ticket: madeTicket('1:2', { subject: 'b' }), events: [] }]), {
    now,
  })
  expect(store.tickets.get('desk:1:2')?.ticket.subject).toBe('a')
  expect(store.tickets.get('other:1:2')?.ticket.subject).toBe('b')
})

test('the database itself refuses to change or drop an event, except with its source', () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  store.sources.save(ticketSource('other'))
  for (const id of ['desk', 'other']) {
    const entry = { ticket: madeTicket('1'), events: [madeNote('1', 'kept')] }
    store.tickets.applyPage(id, madePage([entry]), { now })
  }
  const db = connect(join(directory, 'meridian.db'))
  expect(() => db.exec(`UPDATE ticket_events SET text = 'forged'`)).toThrow('never changed')
  expect(() => db.exec('DELETE FROM ticket_events')).toThrow('only with their source')
  expect(() => db.exec('INSERT OR REPLACE INTO ticket_events SELECT * FROM ticket_events')).toThrow(
    'only with',
  )
  expect(() => db.exec('DELETE FROM tickets')).toThrow('FOREIGN KEY')
  db.close()
  store.sources.remove('other')
  expect(store.tickets.get('other:1')).toBeNull()
  expect(store.tickets.search('kept', 10).map((hit) => hit.ticketId)).toEqual(['desk:1'])
  expect(store.tickets.count()).toEqual({ tickets: 1, open: 1, events: 1 })
})

test('refuses a page of a source that is not stored', () => {
  const store = temporaryStore()
  const page = madePage([{ ticket: madeTicket('1'), events: [] }])
  expect(() => store.tickets.applyPage('nobody', page, { now })).toThrow('FOREIGN KEY')
})
