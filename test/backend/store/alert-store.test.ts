import { expect, test } from 'vitest'
import { madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore, ticketSource } from './temporary-store.ts'

const first = { alertId: 'desk:1/resolution/breached', ticketId: 'desk:1', by: 'ana', at: MONDAY }
const second = { alertId: 'desk:2/resolution/breached', ticketId: 'desk:2', by: 'ana', at: MONDAY + 1 }

test('the first to acknowledge stays, over a restart, until the alert is forgotten', () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  const entries = ['1', '2'].map((id) => ({ ticket: madeTicket(id), events: [] }))
  store.tickets.applyPage('desk', madePage(entries), { now: MONDAY })
  store.alerts.acknowledge([first, second])
  store.alerts.acknowledge([{ ...first, by: 'bram', at: MONDAY + 2 }])
  store.close()
  const { alerts } = temporaryStore(directory)
  expect(alerts.acknowledgements()).toEqual([first, second])
  alerts.forget([first.alertId, 'unknown'])
  expect(alerts.acknowledgements()).toEqual([second])
})

test('acknowledgements go with the source of their ticket', () => {
  const { sources, tickets, alerts } = temporaryStore()
  sources.save(ticketSource('other'))
  for (const source of ['desk', 'other']) {
    tickets.applyPage(source, madePage([{ ticket: madeTicket('1'), events: [] }]), { now: MONDAY })
  }
  const ofOther = { ...first, alertId: 'other:1/resolution/breached', ticketId: 'other:1' }
  alerts.acknowledge([first, ofOther])
  sources.remove('other')
  expect(alerts.acknowledgements()).toEqual([first])
})

test('each person’s attention is their own, and unknown until they have said', () => {
  const { alerts } = temporaryStore()
  const quietHours = { from: '22:00', to: '06:00', timeZone: 'Europe/Madrid' }
  expect(alerts.attention('ana')).toBeNull()
  alerts.saveAttention('ana', { deskId: 'north', quietHours, sound: true })
  alerts.saveAttention('bram', { deskId: null, quietHours: null, sound: false })
  alerts.saveAttention('ana', { deskId: null, quietHours, sound: true })
  expect(alerts.attention('ana')).toEqual({ deskId: null, quietHours, sound: true })
  expect(alerts.attention('bram')).toEqual({ deskId: null, quietHours: null, sound: false })
})
