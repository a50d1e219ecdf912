import type { Alert } from '../../../shared/contract/alerts.ts'

/** An alert at risk that nobody has seen, in all fields not given. */
export function alertWith(fields: Partial<Alert> & { id: string }): Alert {
  return {
    kind: 'at-risk',
    ticketId: 'desk:1',
    caseNumber: '1',
    subject: 'No data on one site',
    customer: 'Example Freight',
    severity: 'P2',
    severityRank: 1,
    metric: 'first-response',
    dueAt: 1_000,
    raisedAt: 0,
    acknowledged: null,
    ...fields,
  }
}

/** A breach of the most severe rank. */
export function criticalWith(fields: Partial<Alert> & { id: string }): Alert {
  return alertWith({ kind: 'breached', severity: 'P1', severityRank: 0, ...fields })
}
