import { expect, test } from 'vitest'
import type { FixConfirmation } from '../../../shared/records/fix-confirmation.ts'
import type { IncidentReport } from '../../../shared/records/incident-report.ts'
import {
  failedStatus,
  madeAnalysis,
  madeFinding,
  madeQuestion,
  madeResult,
} from '../../support/made-analysis.ts'
import { madeNote, madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore } from './temporary-store.ts'

const TICKET = 'desk:1'

function storeWithTicket(directory?: string) {
  const store = temporaryStore(directory)
  store.tickets.applyPage('desk', madePage([{ ticket: madeTicket('1'), events: [] }]), { now: MONDAY })
  return store
}

function confirmation(id: string, change: Partial<FixConfirmation> = {}): FixConfirmation {
  return {
    id,
    analysisId: 'analysis-1',
    findingId: 'carrier=Carrier X',
    ticketId: TICKET,
    signature: { parts: madeFinding().parts, definition: failedStatus },
    recordSetId: 'fresh',
    recordSetName: 'fresh.csv',
    verdict: 'unchanged',
    before: { failed: 93, total: 97 },
    after: { failed: 40, total: 42 },
    others: { failed: 2, total: 300 },
    needed: null,
    at: MONDAY,
    by: 'Test',
    ...change,
  }
}

const report: IncidentReport = {
  id: 'report-1',
  analysisId: 'analysis-1',
  ticketId: TICKET,
  language: 'en',
  title: 'Calls over Carrier X fail',
  summary: [{ certainty: 'observation', text: '93 of 100 failing calls.' }],
  examples: [],
  commonalities: [],
  replication: 'good',
  replicationNote: '',
  checked: [],
  createdAt: MONDAY,
  updatedAt: MONDAY,
  updatedBy: 'Test',
}

test('analyses are listed pinned first, then newest, by ticket and by record set', () => {
  const { analyses } = storeWithTicket()
  analyses.add(madeAnalysis({ id: 'old', createdAt: MONDAY, ticketId: TICKET }))
  analyses.add(
    madeAnalysis({ id: 'new', createdAt: MONDAY + 2, question: madeQuestion({ recordSetId: 'other' }) }),
  )
  analyses.add(madeAnalysis({ id: 'pinned', createdAt: MONDAY - 5, pinned: true }))
  expect(analyses.list({}).map(({ id }) => id)).toEqual(['pinned', 'new', 'old'])
  expect(analyses.list({ ticketId: TICKET }).map(({ id }) => id)).toEqual(['old'])
  expect(analyses.list({ recordSetId: 'other' }).map(({ id }) => id)).toEqual(['new'])
  expect(analyses.list({ ticketId: TICKET })[0]).toMatchObject({
    proven: 1,
    failing: 100,
    working: 100,
    unexplained: 7,
    best: madeFinding().parts,
  })
})

test('an analysis comes back as it was made, over a restart', () => {
  const directory = temporaryDirectory()
  const store = storeWithTicket(directory)
  const made = madeAnalysis({ ticketId: TICKET, result: madeResult({ unexplained: 3 }) })
  store.analyses.add(made)
  store.close()
  const again = temporaryStore(directory)
  expect(again.analyses.get(made.id)).toEqual(made)
  expect(again.analyses.get('no such')).toBeNull()
})

test('name, pin and ticket of an analysis change; what it found does not', () => {
  const { analyses } = storeWithTicket()
  const made = madeAnalysis()
  analyses.add(made)
  analyses.change(made.id, { name: 'Named', pinned: true, ticketId: TICKET })
  expect(analyses.get(made.id)).toEqual({ ...made, name: 'Named', pinned: true, ticketId: TICKET })
  analyses.change(made.id, { name: 'Named', pinned: false, ticketId: 'desk:no such ticket' })
  expect(analyses.get(made.id)).toMatchObject({ pinned: false, ticketId: null })
  analyses.remove(made.id)
  expect(analyses.get(made.id)).toBeNull()
})

test('analyses and reports outlive the source of their ticket', () => {
  const store = storeWithTicket()
  store.analyses.add(madeAnalysis({ ticketId: TICKET }))
  store.reports.save(report)
  store.confirmations.add(confirmation('c1'))
  store.sources.remove('desk')
  expect(store.analyses.get('analysis-1')).toMatchObject({ ticketId: null })
  expect(store.reports.get('report-1')).toEqual({ ...report, ticketId: null })
  expect(store.confirmations.list({ analysisId: 'analysis-1' })).toHaveLength(1)
  expect(store.confirmations.failedFixes().size).toBe(0)
})

test('a ticket stays marked until a confirmation says that the fault is gone; too few tell nothing', () => {
  const { confirmations } = storeWithTicket()
  confirmations.add(confirmation('c1', { verdict: 'too-few', at: MONDAY }))
  expect([...confirmations.failedFixes()]).toEqual([])
  confirmations.add(confirmation('c2', { verdict: 'reduced', at: MONDAY + 1 }))
  confirmations.add(confirmation('c3', { verdict: 'too-few', at: MONDAY + 2 }))
  expect([...confirmations.failedFixes()]).toEqual([[TICKET, MONDAY + 1]])
  confirmations.add(confirmation('c4', { verdict: 'unchanged', at: MONDAY + 3 }))
  expect([...confirmations.failedFixes()]).toEqual([[TICKET, MONDAY + 3]])
  confirmations.add(confirmation('c5', { verdict: 'gone', at: MONDAY + 4 }))
  expect([...confirmations.failedFixes()]).toEqual([])
  expect(confirmations.list({ ticketId: TICKET }).map(({ id }) => id)).toEqual(['c5', 'c4', 'c3', 'c2', 'c1'])
})

test('a confirmation without ticket marks nothing', () => {
  const { confirmations } = storeWithTicket()
  confirmations.add(confirmation('c1', { ticketId: null }))
  expect(confirmations.failedFixes().size).toBe(0)
  expect(confirmations.list({})).toEqual([confirmation('c1', { ticketId: null })])
})

test('a report is saved over itself and removed', () => {
  const { reports } = storeWithTicket()
  reports.save(report)
  reports.save({ ...report, title: 'Second', updatedAt: MONDAY + 1 })
  expect(reports.list({ ticketId: TICKET })).toEqual([{ ...report, title: 'Second', updatedAt: MONDAY + 1 }])
  expect(reports.list({ analysisId: 'other' })).toEqual([])
  reports.remove(report.id)
  expect(reports.get(report.id)).toBeNull()
})

test('a folder keeps what was read of it when its settings change', () => {
  const { recordSettings } = storeWithTicket()
  const folder = {
    id: 'f',
    name: 'Switch',
    path: '/records',
    pattern: '*.csv',
    profileId: null,
    timeZone: 'UTC',
    enabled: true,
  }
  recordSettings.saveFolder(folder)
  recordSettings.saveRead('f', { 'a.csv': { bytes: 10, changedAt: 5 } }, MONDAY)
  recordSettings.saveFolder({ ...folder, name: 'Renamed' })
  expect(recordSettings.folders()).toEqual([
    {
      folder: { ...folder, name: 'Renamed' },
      readFiles: { 'a.csv': { bytes: 10, changedAt: 5 } },
      lastImportAt: MONDAY,
    },
  ])
  recordSettings.removeFolder('f')
  expect(recordSettings.folders()).toEqual([])
})

test('a layout is kept and forgotten', () => {
  const { recordSettings } = storeWithTicket()
  const profile = { id: 'p', name: 'Ours', header: ['a'], hasHeader: true, columns: [] }
  recordSettings.saveProfile(profile)
  recordSettings.saveProfile({ ...profile, name: 'Ours too' })
  expect(recordSettings.profiles()).toEqual([{ ...profile, name: 'Ours too' }])
  recordSettings.removeProfile('p')
  expect(recordSettings.profiles()).toEqual([])
})

test('a resolved ticket whose fix failed is read as an open one, until it is closed or the fix holds', () => {
  const directory = temporaryDirectory()
  const store = storeWithTicket(directory)
  function put(status: 'open' | 'resolved' | 'closed', at: number): void {
    const ticket = madeTicket('1', { status, updatedAt: MONDAY + at })
    const events = [madeNote('note', 'carrier has changed its route', MONDAY)]
    store.tickets.applyPage('desk', madePage([{ ticket, events }]), { now: MONDAY })
  }
  function read({ tickets }: Pick<typeof store, 'tickets'> = store) {
    expect(tickets.openOf([TICKET, 'desk:none'])).toEqual(tickets.open())
    return tickets.open().map(({ ticket, events }) => [ticket.ticketId, ticket.status, events.length])
  }
  put('resolved', 1)
  expect(read()).toEqual([])
  store.confirmations.add(confirmation('c1'))
  expect(read()).toEqual([[TICKET, 'resolved', 1]])
  // Only a person who knows of the fault opens it again; it counts as settled.
  expect(store.tickets.count().open).toBe(0)
  put('open', 2)
  expect(read()).toEqual([[TICKET, 'open', 1]])
  put('closed', 3)
  expect(read()).toEqual([])
  put('resolved', 4)
  store.close()
  const again = temporaryStore(directory)
  expect(read(again)).toEqual([[TICKET, 'resolved', 1]])
  again.confirmations.add(confirmation('c2', { verdict: 'gone', at: MONDAY + 5 }))
  expect(read(again)).toEqual([])
})
