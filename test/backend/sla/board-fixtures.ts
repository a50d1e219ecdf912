import type { TicketWithEvents } from '../../../electron/backend/store/store.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import { blankClock } from '../../../shared/sla/clock-of-cycle.ts'

const CREATED = Date.UTC(2026, 5, 1, 7)

/** An open ticket without events, named `source:number`. */
export function ticketOf(ticketId: string): TicketWithEvents {
  const [sourceId = '', externalId = ''] = ticketId.split(':')
  return {
    ticket: {
      ticketId,
      sourceId,
      externalId,
      caseNumber: externalId,
      subject: 'No data',
      customer: 'Andes Freight',
      queue: 'NOC',
      owner: null,
      requestor: null,
      status: 'open',
      rawStatus: 'open',
      channel: 'web',
      reportedSeverity: 'P2',
      assessedSeverity: null,
      domain: null,
      createdAt: CREATED,
      updatedAt: CREATED,
      sourceDueAt: null,
      url: null,
      fields: {},
      absence: null,
    },
    events: [],
  }
}

export function clockOf(change: Partial<Clock>): Clock {
  const blank = blankClock('first-response', 'first-response', CREATED, null)
  return { ...blank, state: 'running', reason: { key: 'test', values: {} }, ...change }
}

export function rowOf(ticketId: string, clocks: Clock[], derivedAt: number): BoardRow {
  const { ticket } = ticketOf(ticketId)
  return {
    ticketId,
    sourceId: ticket.sourceId,
    caseNumber: ticket.caseNumber,
    subject: ticket.subject,
    customer: ticket.customer,
    queue: ticket.queue,
    owner: ticket.owner,
    status: ticket.status,
    domain: ticket.domain,
    reportedSeverity: ticket.reportedSeverity,
    assessedSeverity: ticket.assessedSeverity,
    severityRank: 1,
    policyId: 'test',
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    updatedBy: 'customer',
    url: null,
    clocks,
    court: 'provider',
    nextAction: 'respond',
    escalation: null,
    divergenceMs: null,
    failedFixAt: null,
    dutyDeskId: null,
    derivedAt,
  }
}
