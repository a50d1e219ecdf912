import type { Alert } from '../../../shared/contract/alerts.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { Clock } from '../../../shared/records/clock.ts'

/** An alert as the row alone gives it: whether somebody has seen it, the row does not know. */
export type RaisedAlert = Omit<Alert, 'acknowledged'>

/** What a row gives alarm for as it was derived, and since when: the instant it became so, not when we noticed. */
export function rowAlerts(row: BoardRow): RaisedAlert[] {
  return row.clocks.flatMap((clock) => {
    const raised = raisedBy(clock, row.derivedAt)
    if (raised === null) return []
    return [
      {
        id: `${row.ticketId}/${clock.id}/${raised.kind}`,
        kind: raised.kind,
        ticketId: row.ticketId,
        caseNumber: row.caseNumber,
        subject: row.subject,
        customer: row.customer,
        severity: row.assessedSeverity ?? row.reportedSeverity,
        severityRank: row.severityRank,
        metric: clock.metric,
        dueAt: raised.dueAt,
        raisedAt: raised.at,
      },
    ]
  })
}

function raisedBy(clock: Clock, now: number): { kind: Alert['kind']; at: number; dueAt: number } | null {
  if (clock.settledAt !== null) return null
  if (clock.state === 'breached' && clock.breachedAt !== null) {
    return { kind: 'breached', at: clock.breachedAt, dueAt: clock.dueAt ?? clock.breachedAt }
  }
  // A held clock does not come closer to its breach: no alarm until it runs again.
  if (clock.state !== 'running' || clock.atRiskAt === null || clock.dueAt === null) return null
  return clock.atRiskAt <= now ? { kind: 'at-risk', at: clock.atRiskAt, dueAt: clock.dueAt } : null
}
