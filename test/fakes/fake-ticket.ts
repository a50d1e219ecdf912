import type { TicketDetail } from '../../shared/contract/tickets.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Clock, LedgerEntry, Reason } from '../../shared/records/clock.ts'
import type { Divergence } from '../../shared/records/divergence.ts'
import type { EscalationStep } from '../../shared/records/escalation.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A case whose clock has opened and closed every day for most of a year. */
const LONG_CASE = '1005'

/** A made-up detail with one event of each common kind. */
export function fakeTicketDetail(
  row: BoardRow,
  now: number,
  escalations: EscalationStep[] = [],
): TicketDetail {
  const divergence = fakeDivergence(row)
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
      sourceDueAt: divergence?.sourceDueAt ?? null,
      url: row.url,
      fields: { Operator: 'Example Mobile', ICCID: '8900000000000000001', APN: 'iot.example' },
      absence: null,
    },
    events: fakeEvents(row).map((event) => ({ event, recordedAt: event.at + 20_000 })),
    policyId: row.policyId,
    policyName: 'SIM Assist Enterprise',
    policyReason: 'default',
    clocks: row.clocks,
    divergence,
    escalations,
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

/** As far from ours as the board says; null where the row's first clock has no due time to be near to. */
function fakeDivergence({ clocks: [clock], divergenceMs }: BoardRow): Divergence | null {
  if (clock === undefined || clock.dueAt === null) return null
  const { id: clockId, dueAt } = clock
  if (divergenceMs === null) {
    const reason = { key: 'divergence.same', values: {} }
    return { sourceDueAt: dueAt, clockId, dueAt, differenceMs: 0, reason }
  }
  const rule = divergenceMs < 0 ? 'noPause.awaiting-customer' : 'endOfWorkingDay'
  const reason = { key: `divergence.${rule}`, values: {} }
  return { sourceDueAt: dueAt + divergenceMs, clockId, dueAt, differenceMs: divergenceMs, reason }
}

/** Without gaps from the start of the clock to `now`: counted, paused, and overdue where it is broken. */
export function fakeLedger(row: BoardRow, clock: Clock, now: number): LedgerEntry[] {
  if (clock.targetMs === null) return []
  if (row.caseNumber === LONG_CASE) return fakeLongLedger(now)
  const start = row.createdAt
  const third = Math.floor((now - start) / 3)
  const values = { promise: 'four hours for P2' }
  return [
    {
      from: start,
      to: start + third,
      label: 'counted',
      countedMs: third,
      causeEventId: '1',
      reason: { key: 'ledger.counted', values },
    },
    {
      from: start + third,
      to: start + 2 * third,
      label: 'paused',
      countedMs: third,
      causeEventId: '6',
      reason: { key: 'ledger.paused.awaiting-customer', values: {} },
    },
    {
      from: start + 2 * third,
      to: now,
      label: clock.breachedAt === null ? 'counted' : 'overdue',
      countedMs: now - start - third,
      causeEventId: null,
      reason: { key: clock.breachedAt === null ? 'ledger.counted' : 'ledger.overdue', values },
    },
  ]
}

/** Three hundred days of eight open hours, a holiday among them, until `now`. */
function fakeLongLedger(now: number): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  let countedMs = 0
  for (let day = 300; day > 0; day -= 1) {
    const from = now - day * 24 * HOUR
    const isHoliday = day % 90 === 0
    if (!isHoliday) countedMs += 8 * HOUR
    entries.push(
      {
        from,
        to: from + 8 * HOUR,
        label: isHoliday ? 'holiday' : 'counted',
        countedMs,
        causeEventId: day === 300 ? '1' : null,
        reason: isHoliday
          ? { key: 'ledger.holiday', values: { holidays: 'New Year' } }
          : { key: 'ledger.counted', values: { promise: 'four hundred working days' } },
      },
      {
        from: from + 8 * HOUR,
        to: from + 24 * HOUR,
        label: 'closed',
        countedMs,
        causeEventId: null,
        reason: { key: 'ledger.closed', values: {} },
      },
    )
  }
  return entries
}

/** The sentences a policy of Indian office hours would give; the last is the clock's own. */
export function fakeExplanation(row: BoardRow, clock: Clock): Reason[] {
  const at = row.createdAt
  return [
    { key: 'explain.contract', values: { policy: 'SIM Assist Enterprise', version: '3' } },
    { key: 'explain.promise', values: { promise: 'four hours for P2' } },
    {
      key: 'explain.applies.calendar.open',
      values: { at, calendar: 'office', zone: 'Asia/Kolkata' },
    },
    { key: 'explain.started', values: { at, event: 'created' } },
    {
      key: 'explain.hours.calendar',
      values: { calendar: 'office', hours: 'mon-fri 09:00-18:00', zone: 'Asia/Kolkata' },
    },
    { key: 'explain.leftOut.paused.awaiting-customer', values: { length: '1 h 10 min', times: '1' } },
    { key: 'explain.countedOver', values: { counted: '5 h', budget: '4 h', over: '1 h' } },
    clock.reason,
  ]
}

/** The ledgers as a file; what is in it beyond them is the hub's own business and not made up here. */
export function fakeExport(row: BoardRow, format: 'csv' | 'json', now: number) {
  const ledgers = row.clocks.map((clock) => ({ clock: clock.id, entries: fakeLedger(row, clock, now) }))
  if (format === 'json') {
    const text = JSON.stringify({ case: row.caseNumber, ledgers, hash: 'made-up', signature: 'made-up' })
    return { fileName: `${row.caseNumber}-clocks.json`, mediaType: 'application/json', text }
  }
  const lines = ledgers.flatMap(({ clock, entries }) =>
    entries.map(({ from, to, label }) => `${clock},${new Date(from).toISOString()},${to - from},${label}`),
  )
  const text = ['clock,from,milliseconds,label', ...lines, ''].join('\r\n')
  return { fileName: `${row.caseNumber}-clocks.csv`, mediaType: 'text/csv', text }
}
