import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { Clock } from '../../../shared/records/clock.ts'

/** A running first-response clock, due an hour after instant 0, in all fields not given. */
export function clockWith(fields: Partial<Clock> = {}): Clock {
  return {
    id: 'first-response',
    metric: 'first-response',
    state: 'running',
    startedAt: 0,
    dueAt: 3_600_000,
    atRiskAt: 2_700_000,
    goalAt: null,
    settledAt: null,
    breachedAt: null,
    targetMs: 3_600_000,
    countedMs: 0,
    remainingMs: 3_600_000,
    heldSince: null,
    runsAgainAt: null,
    changesAt: null,
    reason: { key: 'reason.running', values: {} },
    ...fields,
  }
}

export function rowWith(fields: Partial<BoardRow> = {}): BoardRow {
  return {
    ticketId: 'desk:1',
    sourceId: 'desk',
    caseNumber: '1',
    subject: 'No data on one site',
    customer: 'Example Freight',
    queue: 'NOC',
    owner: 'ana',
    status: 'open',
    domain: 'provider',
    reportedSeverity: 'P2',
    assessedSeverity: null,
    severityRank: 1,
    policyId: 'example',
    createdAt: 0,
    updatedAt: 0,
    updatedBy: 'customer',
    url: null,
    clocks: [clockWith()],
    court: 'provider',
    nextAction: 'respond',
    escalation: null,
    divergenceMs: null,
    failedFixAt: null,
    dutyDeskId: null,
    derivedAt: 0,
    ...fields,
  }
}
