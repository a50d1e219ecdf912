import { expect, test } from 'vitest'
import { namedByTickets } from '../../../electron/backend/analysis/named-by-tickets.ts'
import { readCondition } from '../../../electron/backend/analysis/read-condition.ts'
import type { TicketWithEvents } from '../../../electron/backend/store/store.ts'
import { callId, switchCalls } from '../../support/switch-calls.ts'
import { recordDesk } from '../records/record-import.ts'
import { madeNote, madePage, madeTicket, MONDAY } from '../store/made-pages.ts'
import { temporaryStore } from '../store/temporary-store.ts'

function ticketOf(subject: string, text: string, fields: Record<string, string> = {}): TicketWithEvents {
  const store = temporaryStore()
  const entries = [{ ticket: madeTicket('1', { subject, fields }), events: [madeNote('e1', text)] }]
  store.tickets.applyPage('desk', madePage(entries), { now: MONDAY })
  const ticket = store.tickets.get('desk:1')
  if (ticket === null) throw new Error('no ticket')
  return ticket
}

async function calls() {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', switchCalls({ fault: true }))])
  return desk.sets.open(set.id)
}

test.each([
  ['in the subject', `Call ${callId(3)} fails.`, '', {}],
  ['among other things in the text', '', `See: <${callId(3)}>;tag=1, and "${callId(3)}"!`, {}],
  ['in a field', '', '', { 'Call-ID': callId(3) }],
])('an identifier %s is found', async (_where, subject, text, fields) => {
  const named = await namedByTickets(await calls(), [ticketOf(subject, text, fields)])
  expect(named).toMatchObject({ records: 1, identifiers: 1 })
})

test('a number is found however people write it, beside identifiers of other columns', async () => {
  const set = await calls()
  const ticket = ticketOf(`To 44 20-7946.0111 from ${callId(0)}`, 'Nothing of 447700900123 and 12345')
  const named = await namedByTickets(set, [ticket])
  // Calls 3 and 0: of one the number, of the other the Call-ID.
  expect(named).toMatchObject({ records: 2, identifiers: 2, condition: expect.stringContaining(' or ') })
  const condition = await readCondition(named.condition, 'where', set)
  const rows = await set.findRows(condition, 10)
  expect(rows.map(({ row }) => row)).toEqual([0, 3])
})

test('tickets that name nothing of the records give no condition', async () => {
  const ticket = ticketOf(
    'Since 2026-06-01 10:00 many calls of +44 7700 900123 fail',
    'Carrier Beta, G.729, 503',
  )
  expect(await namedByTickets(await calls(), [ticket])).toEqual({
    condition: null,
    records: 0,
    identifiers: 0,
  })
})
