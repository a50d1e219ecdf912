import type { TicketDetail } from '../../shared/contract/tickets.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { LedgerEntry } from '../../shared/records/clock.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'

const MINUTE = 60_000

/** A made-up detail with one event of each common kind. */
export function fakeTicketDetail(row: BoardRow, now: number): TicketDetail {
  return {
    ticket: {
      ticketId: row.ticketId,
      sourceId: row.sourceId,
      externalId: row.caseNumber,
      caseNumber: row.caseNumber,
      subject: row.subject,
      customer: row.customer,
      queue: row.queue,
      owner: row.owner,
      requestor: 'helpdesk@customer.example',
      status: row.status,
      rawStatus: row.status,
      channel: 'email',
      reportedSeverity: row.reportedSeverity,
      assessedSeverity: row.assessedSeverity,
      domain: row.domain,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      sourceDueAt: row.createdAt + 60 * MINUTE,
      url: row.url,
      fields: { Operator: 'Example Mobile', ICCID: '8900000000000000001', APN: 'iot.example' },
      absence: null,
    },
    events: fakeEvents(row).map((event) => ({ event, recordedAt: event.at + 20_000 })),
    policyId: row.policyId,
    policyName: 'SIM Assist Enterprise',
    policyReason: 'default',
    clocks: row.clocks,
    divergence: null,
    escalations: [],
    now,
  }
}

function fakeEvents(row: BoardRow): TicketEvent[] {
  const at = row.createdAt
  const customer = { name: 'Customer help desk', side: 'customer' } as const
  const engineer = { name: row.owner ?? 'ana', side: 'provider' } as const
  return [
    {
      externalId: '1',
      at,
      actor: customer,
      kind: 'created',
      channel: 'email',
      severity: row.reportedSeverity,
      status: 'new',
      text: 'About forty devices of one site went offline at the same minute.\nICCID 8900000000000000001 is one of them.\n<script>alert(1)</script>',
    },
    { externalId: '2', at: at + 3 * MINUTE, actor: engineer, kind: 'owner', from: null, to: engineer.name },
    {
      externalId: '3',
      at: at + 4 * MINUTE,
      actor: engineer,
      kind: 'severity',
      basis: 'assessed',
      from: null,
      to: row.reportedSeverity,
      reason: 'size of the fault',
    },
    {
      externalId: '4',
      at: at + 9 * MINUTE,
      actor: engineer,
      kind: 'reply',
      channel: 'email',
      text: 'We see the failed attaches and are comparing them with a working device.',
    },
    {
      externalId: '5',
      at: at + 11 * MINUTE,
      actor: engineer,
      kind: 'note',
      text: 'All failing ones share one gateway.',
    },
    {
      externalId: '6',
      at: at + 12 * MINUTE,
      actor: engineer,
      kind: 'status',
      from: 'new',
      to: row.status,
      raw: row.status,
    },
    {
      externalId: '7',
      at: at + 14 * MINUTE,
      actor: engineer,
      kind: 'domain',
      from: null,
      to: row.domain,
      reason: "the operator's gateway",
    },
    {
      externalId: '8',
      at: at + 20 * MINUTE,
      actor: engineer,
      kind: 'phone-call',
      text: 'Called the site, no answer.',
    },
  ]
}

/** Counted, paused and overdue stretches, without gaps from the start of the clock to `now`. */
export function fakeLedger(row: BoardRow, now: number): LedgerEntry[] {
  const start = row.createdAt
  const third = Math.floor((now - start) / 3)
  return [
    {
      from: start,
      to: start + third,
      label: 'counted',
      countedMs: third,
      causeEventId: '1',
      reason: { key: 'counted', values: {} },
    },
    {
      from: start + third,
      to: start + 2 * third,
      label: 'paused',
      countedMs: third,
      causeEventId: '6',
      reason: { key: 'paused', values: {} },
    },
    {
      from: start + 2 * third,
      to: now,
      label: 'overdue',
      countedMs: now - start - third,
      causeEventId: null,
      reason: { key: 'overdue', values: {} },
    },
  ]
}
