import type { Alert } from '../../shared/contract/alerts.ts'
import type { AlertLine } from './alert-order.ts'

/** The alert so many places from the marked one, over headings, stopping at the ends; null where there is none. */
export function nextAlert(
  lines: readonly AlertLine[],
  activeId: string | null,
  move: number | 'first' | 'last',
): Alert | null {
  const alerts = lines.flatMap((line) => (line.kind === 'alert' ? [line.alert] : []))
  if (move === 'first') return alerts.at(0) ?? null
  if (move === 'last') return alerts.at(-1) ?? null
  const from = alerts.findIndex(({ id }) => id === activeId)
  const wanted = Math.min(Math.max(from + move, 0), alerts.length - 1)
  return alerts[wanted] ?? null
}
