import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from '../../../electron/backend/store/search-words.ts'
import { madeNote, madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryStore } from './temporary-store.ts'

const now = MONDAY

function filledStore() {
  const store = temporaryStore()
  const entries = [
    {
      ticket: madeTicket('1', {
        subject: 'Roaming fails in Málaga',
        fields: { ICCID: '8934000000000000123' },
      }),
      events: [madeNote('1', 'The HLR of the carrier rejects the update.')],
    },
    {
      ticket: madeTicket('12', { subject: 'VPN tunnel down', status: 'closed', customer: 'Łódź Trams' }),
      events: [],
    },
    {
      ticket: madeTicket('3', { subject: 'Invoice', updatedAt: MONDAY + 5 }),
      events: [madeNote('1', 'roaming AND "billing" 東京')],
    },
  ]
  store.tickets.applyPage('desk', madePage(entries), { now })
  return store
}

test.each([
  ['a word of the subject', 'tunnel', ['desk:12']],
  ['a word of an event', 'carrier', ['desk:1']],
  ['words of different places', 'malaga hlr', ['desk:1']],
  ['without case and accents', 'MALAGA', ['desk:1']],
  ['the beginning of the last word', 'carr', ['desk:1']],
  ['but not of an earlier word', 'carr hlr', []],
  ['a customer', 'łódź', ['desk:12']],
  ['a field, e.g. a SIM', '8934000000000000123', ['desk:1']],
  ['a settled ticket', 'INC-12', ['desk:12']],
  ['an exact case number before longer ones', 'inc-1', ['desk:1', 'desk:12']],
  ['the subject before the texts', 'roaming', ['desk:1', 'desk:3']],
  ['another script', '東京', ['desk:3']],
  ['operators as words', 'AND', ['desk:3']],
  ['a quoted word', '"billing"', ['desk:3']],
  ['nothing but signs', '"*():^- +', []],
  ['a star', 'car*', ['desk:1']],
  ['a column filter as words', 'subject:roaming', []],
  ['NEAR as a word', 'NEAR(roaming, 2)', []],
])('finds %s', (_, words, expected) => {
  expect(
    filledStore()
      .tickets.search(words, 10)
      .map((hit) => hit.ticketId),
  ).toEqual(expected)
})

test('any text is a safe question', () => {
  const store = filledStore()
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '*', '\0', 'a', ' ', '\ud800', 'OR', '-', ':') }),
  )
  fc.assert(
    fc.property(text, (words) => {
      expect(store.tickets.search(words, 5).length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 500 },
  )
})

test('a hit shows the match in its surroundings', () => {
  const [hit] = filledStore().tickets.search('carr', 1)
  expect(hit).toEqual({
    ticketId: 'desk:1',
    caseNumber: 'INC-1',
    subject: 'Roaming fails in Málaga',
    customer: 'Harbour Cranes',
    status: 'open',
    updatedAt: MONDAY,
    excerpt: 'The HLR of the «carrier» rejects the update.',
  })
  expect(filledStore().tickets.search('89340000', 1)[0]?.excerpt).toBe('«8934000000000000123»')
})

test('an excerpt of a long text is cut around the first match', () => {
  const text = `${'before '.repeat(100)}Señal perdida ${'after '.repeat(100)}`
  const excerpt = excerptOf(['nothing here', text], ['senal'])
  expect(excerpt).toMatch(/^….*«Señal» perdida.*…$/)
  expect(excerpt.length).toBeLessThan(250)
})

test('the index follows changed subjects and new events', () => {
  const store = filledStore()
  const ticket = madeTicket('12', { subject: 'Tunnel restored', status: 'resolved', updatedAt: MONDAY + 1 })
  store.tickets.applyPage('desk', madePage([{ ticket, events: [madeNote('9', 'rekeyed')] }]), { now })
  expect(store.tickets.search('vpn', 10)).toEqual([])
  expect(store.tickets.search('restored rekeyed', 10).map((hit) => hit.ticketId)).toEqual(['desk:12'])
})

test('a ticket that stands twice in its first page is found by both', () => {
  const store = temporaryStore()
  const page = madePage([
    { ticket: madeTicket('1'), events: [madeNote('1', 'alpha')] },
    { ticket: madeTicket('1', { owner: 'Sam Okoye' }), events: [madeNote('2', 'beta')] },
  ])
  store.tickets.applyPage('desk', page, { now })
  expect(store.tickets.search('alpha beta', 10)).toHaveLength(1)
  expect(store.tickets.search('alpha', 10)).toHaveLength(1)
})
