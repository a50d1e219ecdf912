import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TicketBatchEntry, TicketPage } from '../../../electron/backend/connectors/connector.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import { madeNote, madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryStore } from './temporary-store.ts'

interface Report {
  readonly ticket: number
  readonly version: number
  readonly events: readonly number[]
}

const STATUSES = ['open', 'on-hold', 'resolved', 'closed'] as const

/** What a source says of a ticket at a version is always the same; which events it repeats differs. */
function entryOf({ ticket, version, events }: Report): TicketBatchEntry {
  const status = STATUSES[version % STATUSES.length] ?? 'open'
  return {
    ticket: madeTicket(String(ticket), {
      subject: `Version ${version}`,
      status,
      updatedAt: MONDAY + version,
    }),
    events: events.map((event) => madeNote(`e${event}`, `Text ${ticket} ${event}`, MONDAY + event)),
  }
}

const report = fc.record({
  ticket: fc.integer({ min: 1, max: 6 }),
  version: fc.integer({ min: 0, max: 5 }),
  events: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 5 }),
})
const pages = fc.array(fc.array(report, { maxLength: 6 }), { minLength: 1, maxLength: 8 })

function apply(store: Store, list: readonly (readonly Report[])[]): void {
  for (const reports of list) store.tickets.applyPage('desk', pageOf(reports), { now: MONDAY })
}

function pageOf(reports: readonly Report[]): TicketPage {
  return madePage(reports.map(entryOf))
}

/** Everything held, in an order that does not depend on when it came. */
function stateOf(store: Store): unknown {
  return store.tickets.presentExternalIds('desk').map((externalId) => {
    const held = store.tickets.get(`desk:${externalId}`)
    const found = store.tickets.search(`INC-${externalId}`, 20).map((hit) => hit.ticketId)
    const events = held?.events
      .map(({ event }) => event)
      .sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
    return { ticket: held?.ticket, events, found: found.includes(`desk:${externalId}`) }
  })
}

function inFreshStore<T>(work: (store: Store) => T): T {
  const store = temporaryStore()
  try {
    return work(store)
  } finally {
    store.close()
  }
}

test('repeated, reordered and cut pages end in the same state', () => {
  fc.assert(
    fc.property(pages, fc.infiniteStream(fc.nat()), fc.nat(), (list, orders, cut) => {
      const expected = inFreshStore((store) => {
        apply(store, list)
        return stateOf(store)
      })
      const shuffled = list
        .flatMap((page) => [page, page])
        .map((page) => ({ page, order: orders.next().value }))
        .sort((a, b) => a.order - b.order)
        .map(({ page }) => page)
      const reached = inFreshStore((store) => {
        // A run that ended after any page, and the next one that begins anew.
        apply(store, shuffled.slice(0, cut % shuffled.length))
        apply(store, shuffled)
        return stateOf(store)
      })
      expect(reached).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('changed tickets are named if and only if something readable changed', () => {
  fc.assert(
    fc.property(pages, (list) => {
      inFreshStore((store) => {
        for (const reports of list) {
          const before = new Map(reports.map(({ ticket }) => [ticket, store.tickets.get(`desk:${ticket}`)]))
          const { changedTicketIds } = store.tickets.applyPage('desk', pageOf(reports), { now: MONDAY })
          const differing = [...before]
            .filter(
              ([ticket, held]) =>
                JSON.stringify(store.tickets.get(`desk:${ticket}`)) !== JSON.stringify(held),
            )
            .map(([ticket]) => `desk:${ticket}`)
          expect([...changedTicketIds].sort()).toEqual(differing.sort())
        }
      })
    }),
    { numRuns: 60 },
  )
})
