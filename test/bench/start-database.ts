import { openStore } from '../../electron/backend/store/open-store.ts'
import type { TicketBatchEntry } from '../../electron/backend/connectors/connector.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import type { TicketRecord } from '../../shared/records/ticket.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PAGE = 1000
const CUSTOMERS = 40
const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const

/** Fills a data directory as a hub's looks after years: `tickets` in all, the last `open` of them open, 5 events each. */
export function fillDatabase(dataDirectory: string, size: { tickets: number; open: number }): void {
  const store = openStore({ dataDirectory, now: Date.now })
  const now = Date.now()
  store.sources.save({
    id: 'desk',
    kind: 'file',
    role: 'tickets',
    name: 'Desk',
    enabled: false,
    pollSeconds: 60,
    config: {},
    sealedSecrets: {},
  })
  store.settings.save({ ...store.settings.get(), defaultPolicyId: 'wireless-logic-sim-assist' })
  for (let from = 0; from < size.tickets; from += PAGE) {
    const entries = Array.from({ length: Math.min(PAGE, size.tickets - from) }, (_, at) =>
      entry(from + at, from + at >= size.tickets - size.open, size.tickets, now),
    )
    const page = {
      entries,
      absent: [],
      refusals: [],
      cursor: {},
      progress: { done: from, total: size.tickets },
      clockSkewMs: null,
    }
    store.tickets.applyPage('desk', page, { now })
  }
  store.close()
}

function entry(number: number, isOpen: boolean, tickets: number, now: number): TicketBatchEntry {
  // Settled ones over two years, open ones over the last three days.
  const createdAt = isOpen
    ? now - ((number * 7919) % (3 * DAY)) - HOUR
    : now - 4 * DAY - Math.floor(((tickets - number) / tickets) * 730 * DAY)
  const severity = SEVERITIES[number % SEVERITIES.length] ?? 'P3'
  const status = isOpen ? (number % 5 === 0 ? 'awaiting-customer' : 'open') : 'closed'
  const ticket: TicketRecord = {
    externalId: String(number),
    caseNumber: `C${number}`,
    subject: `Data sessions of fleet ${number % 977} drop in region ${number % 53}`,
    customer: `Customer ${number % CUSTOMERS}`,
    queue: 'support',
    owner: number % 3 === 0 ? null : `engineer${number % 12}`,
    requestor: `user${number % 900}@example.com`,
    status,
    rawStatus: status,
    channel: number % 2 === 0 ? 'email' : 'web',
    reportedSeverity: severity,
    assessedSeverity: number % 4 === 0 ? null : severity,
    domain: null,
    createdAt,
    updatedAt: createdAt + HOUR,
    sourceDueAt: null,
    url: null,
    fields: {},
  }
  return { ticket, events: events(ticket, createdAt) }
}

function events(ticket: TicketRecord, at: number): TicketEvent[] {
  const provider = { name: 'engineer', side: 'provider' } as const
  const customer = { name: 'user', side: 'customer' } as const
  const minute = 60_000
  return [
    {
      externalId: '1',
      at,
      actor: customer,
      kind: 'created',
      channel: ticket.channel,
      severity: ticket.reportedSeverity,
      status: 'new',
      text: 'Since this morning none of our devices attach.',
    },
    {
      externalId: '2',
      at: at + 5 * minute,
      actor: provider,
      kind: 'status',
      from: 'new',
      to: 'open',
      raw: 'open',
    },
    {
      externalId: '3',
      at: at + 9 * minute,
      actor: provider,
      kind: 'reply',
      channel: 'email',
      text: 'We are looking at the sessions now.',
    },
    {
      externalId: '4',
      at: at + 30 * minute,
      actor: provider,
      kind: 'note',
      text: 'HLR shows the profile; asked the operator.',
    },
    {
      externalId: '5',
      at: at + 50 * minute,
      actor: provider,
      kind: 'status',
      from: 'open',
      to: ticket.status,
      raw: ticket.rawStatus,
    },
  ]
}
