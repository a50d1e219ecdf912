import type { Alert } from '../../shared/contract/alerts.ts'

/** What is read out at once, stays until somebody acts and may sound: a breach of a contract's most severe rank. */
export function isCritical(alert: Pick<Alert, 'kind' | 'severityRank'>): boolean {
  return alert.kind === 'breached' && alert.severityRank === 0
}

/** Breached first, then what runs out first; ids keep two of the same instant in place. */
export function compareAlerts(left: Alert, right: Alert): number {
  if (left.kind !== right.kind) return left.kind === 'breached' ? -1 : 1
  return left.dueAt - right.dueAt || (left.id < right.id ? -1 : 1)
}

/** How many nobody has seen yet, by kind. */
export function countUnseen(alerts: readonly Alert[]): Record<Alert['kind'], number> {
  const counts = { breached: 0, 'at-risk': 0 }
  for (const alert of alerts) {
    if (alert.acknowledged === null) counts[alert.kind] += 1
  }
  return counts
}

/** One line of the list of alerts: an alert, or the heading above those of a kind. */
export type AlertLine =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'group'; readonly of: Alert['kind']; readonly count: number }

/** Alerts in their order under a heading per kind. */
export function alertLines(alerts: readonly Alert[]): AlertLine[] {
  const groups = Map.groupBy(alerts.toSorted(compareAlerts), (alert) => alert.kind)
  return [...groups].flatMap(([of, members]): AlertLine[] => [
    { kind: 'group', of, count: members.length },
    ...members.map((alert): AlertLine => ({ kind: 'alert', alert })),
  ])
}
