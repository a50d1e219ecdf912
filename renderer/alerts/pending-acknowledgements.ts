import type { Alert } from '../../shared/contract/alerts.ts'

/** What this page has acknowledged and the hub has not said yet, by alert. */
export type PendingAcknowledgements = ReadonlyMap<string, PendingAcknowledgement>

interface PendingAcknowledgement {
  /** Of which raising: an alert that comes back is a new one to look at. */
  readonly raisedAt: number
  readonly by: string
  readonly at: number
}

/** The alerts as they will be once the hub has taken what is pending. */
export function withPending(alerts: readonly Alert[], pending: PendingAcknowledgements): readonly Alert[] {
  if (pending.size === 0) return alerts
  return alerts.map((alert) => {
    const own = pending.get(alert.id)
    if (alert.acknowledged !== null || own?.raisedAt !== alert.raisedAt) return alert
    return { ...alert, acknowledged: { by: own.by, at: own.at } }
  })
}

/** `pending` with these alerts added, and without those that the hub has meanwhile taken or dropped. */
export function addPending(
  pending: PendingAcknowledgements,
  added: readonly Alert[],
  held: ReadonlyMap<string, Alert>,
  by: string,
  at: number,
): PendingAcknowledgements {
  const waiting = [...pending].filter(([id]) => held.get(id)?.acknowledged === null)
  return new Map([
    ...waiting,
    ...added.map(({ id, raisedAt }): [string, PendingAcknowledgement] => [id, { raisedAt, by, at }]),
  ])
}

/** Takes back what the hub did not accept. */
export function dropPending(
  pending: PendingAcknowledgements,
  alertIds: readonly string[],
): PendingAcknowledgements {
  const refused = new Set(alertIds)
  return new Map([...pending].filter(([id]) => !refused.has(id)))
}
