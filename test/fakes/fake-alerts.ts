import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { LiveCollection } from '../../electron/backend/live/live-collection.ts'
import { rowAlerts } from '../../electron/backend/sla/row-alerts.ts'
import type { Alert, Attention } from '../../shared/contract/alerts.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Clock } from '../../shared/records/clock.ts'
import { DEFAULT_ATTENTION } from '../../shared/shifts/attention.ts'
import { fakeDesks } from './fake-shifts.ts'

const MINUTE = 60_000

export function createFakeAlerts(
  { alerts: subject }: Implementation,
  alerts: LiveCollection<Alert>,
  now: () => number,
): MeridianRouter['alerts'] {
  let attention: Attention = DEFAULT_ATTENTION
  return {
    watch: subject.watch.handler(({ input, signal }) =>
      alerts.watch(input.after, signal ?? new AbortController().signal),
    ),
    acknowledge: subject.acknowledge.handler(({ input, context }) => {
      const acknowledged = { by: context.caller.name, at: now() }
      const fresh = [...new Set(input.alertIds)].flatMap((id) => {
        const alert = alerts.get(id)
        return alert === undefined || alert.acknowledged !== null ? [] : [{ ...alert, acknowledged }]
      })
      alerts.set(fresh)
      return { acknowledged: fresh.length }
    }),
    attention: subject.attention.handler(() => attention),
    setAttention: subject.setAttention.handler(({ input, context, errors }) => {
      if (context.caller.via === 'wall-token') throw errors.FORBIDDEN()
      if (input.deskId !== null && !fakeDesks.some(({ id }) => id === input.deskId)) {
        throw errors.REFUSED({ data: { place: 'deskId', reason: `There is no desk "${input.deskId}".` } })
      }
      attention = input
      return attention
    }),
  }
}

/** Everything a made-up row gives alarm for; a colleague has seen every third of them. */
export function fakeAlertsOf(row: BoardRow): Alert[] {
  const isSeen = Number(row.caseNumber) % 3 === 0
  const acknowledged = isSeen ? { by: 'chitra', at: row.derivedAt - 2 * MINUTE } : null
  return rowAlerts(row).map((raised) => ({ ...raised, acknowledged }))
}

/** The next breach of a living hub: a clock of this row that has just run out. */
export function fakeBreachOf(row: BoardRow, now: number): Alert[] {
  const running = row.clocks.find(({ state }) => state === 'running')
  if (running === undefined) return []
  const broken: Clock = { ...running, state: 'breached', dueAt: now, breachedAt: now }
  return rowAlerts({ ...row, clocks: [broken] }).map((raised) => ({ ...raised, acknowledged: null }))
}
