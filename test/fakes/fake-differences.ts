import type { Rehearsal, RehearsalDifference } from '../../shared/contract/policies.ts'
import { fakeRow } from './fake-board.ts'

const HOUR = 3_600_000

/** Three new breaches, nine avoided, five clocks that only move: as many as the sentence of the page names. */
const CHANGES = [
  ...Array.from({ length: 3 }, () => 'breach' as const),
  ...Array.from({ length: 9 }, () => 'avoided' as const),
  ...Array.from({ length: 4 }, () => 'moved' as const),
  'gone' as const,
]

/** A made-up outcome of a rehearsal over the tickets of the fake board. */
export function fakeDifferences(now: number, tickets: number): Rehearsal {
  return {
    kind: 'result',
    tickets,
    differingTickets: CHANGES.length,
    newBreaches: 3,
    avoidedBreaches: 9,
    lostBreaches: 0,
    differingClocks: CHANGES.length,
    differences: CHANGES.map((change, index) => differenceOf(change, index, now)),
  }
}

function differenceOf(change: (typeof CHANGES)[number], index: number, now: number): RehearsalDifference {
  const row = fakeRow(index, now)
  const metric = index % 3 === 0 ? 'resolution' : 'first-response'
  const dueAt = now - (20 + index * 5) * HOUR
  const answeredAt = dueAt + HOUR
  const late = { state: 'breached' as const, dueAt, breachedAt: dueAt, settledAt: answeredAt }
  const inTime = {
    state: 'met' as const,
    dueAt: dueAt + 3 * HOUR,
    breachedAt: null,
    settledAt: answeredAt,
  }
  const outcomes = {
    breach: { before: inTime, after: late },
    avoided: { before: late, after: inTime },
    moved: { before: inTime, after: { ...inTime, dueAt: inTime.dueAt + HOUR } },
    gone: { before: { ...late, state: 'running' as const, breachedAt: null, settledAt: null }, after: null },
  }
  return {
    ticketId: row.ticketId,
    caseNumber: row.caseNumber,
    subject: row.subject,
    customer: row.customer,
    severity: row.assessedSeverity ?? row.reportedSeverity,
    clockId: metric,
    metric,
    ...outcomes[change],
  }
}
