import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { guessMapping } from '../../../../electron/backend/connectors/files/file-fields.ts'
import { previewTicketFile } from '../../../../electron/backend/connectors/files/preview-ticket-file.ts'
import { fileInMemory, type FileBytes } from '../../../../electron/backend/connectors/files/text-of-file.ts'
import { readTicketFiles, type FilePart } from '../../../../electron/backend/connectors/files/ticket-file.ts'
import type { FileMapping } from '../../../../shared/contract/tickets.ts'
import { ticketRecord } from '../../../../shared/records/ticket.ts'
import { ticketEvent } from '../../../../shared/records/ticket-event.ts'

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/tickets')

function inMadrid(columns: readonly string[]): FileMapping {
  return { ...guessMapping(columns), timeZone: 'Europe/Madrid' }
}

async function fixture(name: string): Promise<FileBytes> {
  return fileInMemory(name, await readFile(resolve(FIXTURES, name)))
}

function file(content: string | Uint8Array, name = 'tickets.csv'): FileBytes {
  return fileInMemory(name, Buffer.from(content))
}

interface WholeFile {
  tickets: Map<string, FilePart['entries'][number]>
  refusals: Record<string, string>
}

async function readAll(files: readonly FileBytes[], mappingFor = inMadrid): Promise<WholeFile> {
  const whole: WholeFile = { tickets: new Map(), refusals: {} }
  for await (const { entries, refusals } of readTicketFiles(files, { mappingFor })) {
    for (const { ticket, events } of entries) {
      ticketRecord.parse(ticket)
      for (const event of events) ticketEvent.parse(event)
      const held = whole.tickets.get(ticket.externalId)?.events ?? []
      whole.tickets.set(ticket.externalId, { ticket, events: [...held, ...events] })
    }
    for (const { place, reason } of refusals) whole.refusals[place] = reason
  }
  return whole
}

test('reads an export of another help desk by its own column names', async () => {
  const { tickets, refusals } = await readAll([await fixture('help-desk-export.csv')])
  expect([...tickets.keys()]).toEqual(['INC-1', 'INC-2', 'INC-5'])
  expect(tickets.get('INC-1')?.ticket).toMatchObject({
    subject: 'APN down; all SIMs',
    status: 'open',
    rawStatus: 'In progress',
    customer: 'Northwind Meters',
    reportedSeverity: 'P1',
    // 08:00 in Madrid in winter.
    createdAt: Date.parse('2026-03-02T07:00:00Z'),
    url: 'https://desk.example/INC-1',
    fields: { Operator: 'Alpha Mobile' },
  })
  expect(tickets.get('INC-1')?.events.map(({ kind, actor }) => `${kind} by ${actor.side}`)).toEqual([
    'created by customer',
    'reply by provider',
    'status by provider',
  ])
  expect(tickets.get('INC-2')?.events.at(-1)).toMatchObject({
    kind: 'status',
    to: 'resolved',
    at: Date.parse('2026-03-03T09:00:00Z'),
  })
  // Skipped by the clocks of spring: Temporal's compatible rule goes forward.
  expect(tickets.get('INC-5')?.ticket).toMatchObject({
    createdAt: Date.parse('2026-03-29T01:30:00Z'),
    status: 'open',
    url: null,
    subject: 'Script <script>alert(1)</script> and\na second line',
  })
  expect(refusals).toEqual({
    'line 4': 'has 4 fields where the header has 11',
    'line 5': 'has no ticket number (id)',
    'line 6': 'createdAt: "02/03/2026 09:00" is not a time like 2026-11-22T18:00:00Z',
    'line 7': 'ticket INC-1 stands already at line 2',
    'line 8': 'url is not an http or https address',
  })
})

test('reads tickets and events from lines of JSON, events before their ticket too', async () => {
  const { tickets, refusals } = await readAll([await fixture('tickets-and-events.ndjson')])
  expect(tickets.get('C-7')?.ticket).toMatchObject({
    status: 'open',
    domain: 'mno',
    updatedAt: Date.parse('2026-03-02T08:00:00Z'),
    fields: { iccid: '8934000000000000001' },
  })
  expect(tickets.get('C-7')?.events.map(({ externalId, kind }) => `${externalId} ${kind}`)).toEqual([
    'created created',
    'a1 reply',
    'a2 status',
  ])
  expect(tickets.get('C-8')?.events.map(({ externalId, kind }) => `${externalId} ${kind}`)).toEqual([
    'created created',
    'a4 phone-call',
  ])
  expect(refusals).toEqual({
    'line 3': 'ticket C-9 is not in the file',
    'line 5': 'is not well-formed JSON',
    'line 6': 'is not an object',
    'line 8': '"telepathy" is no kind of event',
    'line 9': 'side "somebody" is none of provider, customer, mno, system',
  })
})

test('reads a JSON list and an object of tickets and events', async () => {
  const ticket = { id: 1, subject: 'One', status: 'new', createdAt: '2026-03-02T08:00:00Z' }
  const event = { ticketId: 1, kind: 'reply', at: '2026-03-02T08:01:00Z', side: 'provider', text: 'Hello' }
  const list = await readAll([file(JSON.stringify([ticket]), 'list.json')])
  expect([...list.tickets.keys()]).toEqual(['1'])
  const object = await readAll([file(JSON.stringify({ tickets: [ticket], events: [event] }), 'both.json')])
  expect(object.tickets.get('1')?.events.map(({ kind }) => kind)).toEqual(['created', 'reply'])
})

test('reads events from a second CSV file and names it in refusals', async () => {
  const tickets = file('id,subject,status,createdAt\n1,One,open,2026-03-02T08:00:00Z\n')
  const events = file(
    'ticket,at,kind,side,text\n1,2026-03-02T08:01:00Z,reply,provider,Hi\n2,x,reply,provider,\n',
    'events.csv',
  )
  const { tickets: read, refusals } = await readAll([tickets, events])
  expect(read.get('1')?.events.map(({ kind }) => kind)).toEqual(['created', 'reply'])
  expect(Object.keys(refusals)).toEqual(['events.csv, line 3'])
})

const LINE = 'id,subject,createdAt\n1,Señal caída,2026-03-02T08:00:00Z\n'
test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(LINE)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${LINE}`)],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${LINE}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(LINE, 'utf16le')],
  ['UTF-16 big-endian', Buffer.from(`\uFEFF${LINE}`, 'utf16le').swap16()],
  ['Latin-1', Buffer.from(LINE, 'latin1')],
])('decodes %s', async (_name, bytes) => {
  const { tickets } = await readAll([file(bytes)])
  expect(tickets.get('1')?.ticket.subject).toBe('Señal caída')
})

test.each([',', ';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
  const lines = [
    ['id', 'subject', 'createdAt'],
    ['1', 'One', '2026-03-02T08:00:00Z'],
  ]
  const { tickets } = await readAll([file(lines.map((cells) => cells.join(delimiter)).join('\r\n'))])
  expect(tickets.get('1')?.ticket.subject).toBe('One')
})

test('says what is wrong with a header', async () => {
  const { tickets, refusals } = await readAll([
    file('id,note,note,,createdAt\n1,a,b,c,2026-03-02T08:00:00Z\n'),
  ])
  expect(tickets.get('1')?.ticket.fields).toEqual({ note: 'a', 'note (2)': 'b', 'column 4': 'c' })
  expect(refusals).toEqual({ 'line 1': 'column 4 has no name' })
})

test('keeps what stands before a quote that is never closed', async () => {
  const { tickets, refusals } = await readAll([
    file('id,subject,createdAt\n1,One,2026-03-02T08:00:00Z\n2,"Two,2026-03-02T08:00:00Z\n3,Three,x\n'),
  ])
  expect([...tickets.keys()]).toEqual(['1'])
  expect(refusals['line 3']).toContain('a quote is opened and never closed')
})

test('refuses times that nobody can place', async () => {
  const withoutZone = (columns: readonly string[]): FileMapping => guessMapping(columns)
  const { tickets, refusals } = await readAll(
    [
      file(
        'id,createdAt\n1,2026-03-02 08:00\n2,2026-02-31T08:00:00Z\n3,2026-03-02T08:00:00+02:00\n4,1772440000000\n',
      ),
    ],
    withoutZone,
  )
  expect([...tickets.keys()]).toEqual(['3', '4'])
  expect(tickets.get('3')?.ticket.createdAt).toBe(Date.parse('2026-03-02T06:00:00Z'))
  expect(refusals).toEqual({
    'line 2': 'createdAt: "2026-03-02 08:00" has no offset, and no time zone is set for the file',
    'line 3': 'createdAt: "2026-02-31T08:00:00Z" is not in the calendar',
  })
})

test('shortens what is too long and says so', async () => {
  const rows = `id,subject,createdAt\n1,${'x'.repeat(10_000_000)},2026-03-02T08:00:00Z\n`
  const { tickets, refusals } = await readAll([file(rows)])
  expect(tickets.get('1')?.ticket.subject).toHaveLength(1000)
  expect(refusals['line 2']).toBe('subject of 10000000 characters shortened to 1000')
})

test.each([
  ['nothing in it', '', 'the file is empty'],
  ['broken JSON', '[{"id": 1}', 'not well-formed JSON'],
  ['no number of tickets', 'subject,colour\nOne,red\n', 'no column is the number of the ticket'],
])('names a file with %s', async (_name, content, detail) => {
  await expect(readAll([file(content)])).rejects.toThrow(detail)
})

test('names a zone that is none', async () => {
  const mappingFor = (columns: readonly string[]): FileMapping => ({
    ...guessMapping(columns),
    timeZone: 'Mars/Olympus',
  })
  await expect(readAll([file('id,createdAt\n1,2026-03-02\n')], mappingFor)).rejects.toThrow('Mars/Olympus')
})

test('reads the same file to the same events', async () => {
  const first = await readAll([await fixture('tickets-and-events.ndjson')])
  const second = await readAll([await fixture('tickets-and-events.ndjson')])
  expect(second).toEqual(first)
})

test('previews the first three tickets and counts everything', async () => {
  const lines = Array.from({ length: 1200 }, (_, index) => `${index},S,new,2026-03-02T08:00:00Z`)
  const preview = await previewTicketFile(
    [file(['id,subject,status,createdAt', ...lines, 'x,y'].join('\n'))],
    inMadrid,
    5,
  )
  expect(preview).toMatchObject({
    columns: ['id', 'subject', 'status', 'createdAt'],
    ticketCount: 1200,
    eventCount: 1200,
    refusalCount: 1,
    refusals: [{ place: 'line 1202', reason: 'has 2 fields where the header has 4', at: 5 }],
  })
  expect(preview.tickets.map(({ externalId }) => externalId)).toEqual(['0', '1', '2'])
  expect(preview.mapping.columns).toEqual({
    id: 'id',
    subject: 'subject',
    status: 'status',
    createdAt: 'createdAt',
  })
})
