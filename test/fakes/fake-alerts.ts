import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { LiveCollection } from '../../electron/backend/live/live-collection.ts'
import type { Alert, Attention } from '../../shared/contract/alerts.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'

export function createFakeAlerts(
  { alerts: subject }: Implementation,
  alerts: LiveCollection<Alert>,
  now: () => number,
): MeridianRouter['alerts'] {
  let attention: Attention = { deskId: null, quietHours: null, sound: false }
  return {
    watch: subject.watch.handler(({ input, signal }) =>
      alerts.watch(input.after, signal ?? new AbortController().signal),
    ),
    acknowledge: subject.acknowledge.handler(({ input, context }) => {
      const seen = input.alertIds.flatMap((id) => alerts.get(id) ?? [])
      const acknowledged = { by: context.caller.name, at: now() }
      alerts.set(seen.map((alert) => ({ ...alert, acknowledged })))
      return { acknowledged: seen.length }
    }),
    attention: subject.attention.handler(() => attention),
    setAttention: subject.setAttention.handler(({ input }) => {
      attention = input
      return attention
    }),
  }
}

export function fakeAlertsOf(row: BoardRow): Alert[] {
  return row.clocks.flatMap((clock) => {
    if (clock.state !== 'breached' || clock.dueAt === null || clock.settledAt !== null) return []
    return [
      {
        id: `${row.ticketId}/${clock.id}/breached`,
        kind: 'breached' as const,
        ticketId: row.ticketId,
        caseNumber: row.caseNumber,
        subject: row.subject,
        customer: row.customer,
        severity: row.assessedSeverity ?? row.reportedSeverity,
        severityRank: row.severityRank,
        metric: clock.metric,
        dueAt: clock.dueAt,
        raisedAt: clock.dueAt,
        acknowledged: null,
      },
    ]
  })
}
