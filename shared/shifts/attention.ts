import type { Alert, Attention } from '../contract/alerts.ts'
import type { DeskForecast } from '../contract/shifts.ts'
import { quietUntil } from './quiet-hours.ts'

/** How a person is told who has never said how: of everything, without sound. */
export const DEFAULT_ATTENTION: Attention = { deskId: null, quietHours: null, sound: false }

/**
 * Whether an alert may ring or pop up for a person now: never once somebody has seen it, never for a desk off duty
 * while another is on, and in quiet hours only a breach of the most severe rank. What a screen shows does not ask.
 */
export function mayRing(
  alert: Pick<Alert, 'kind' | 'severityRank' | 'acknowledged'>,
  attention: Attention,
  onDutyDeskIds: readonly string[],
  now: number,
): boolean {
  if (alert.acknowledged !== null) return false
  if (!hasTheWatch(attention.deskId, onDutyDeskIds)) return false
  if (alert.kind === 'breached' && alert.severityRank === 0) return true
  return attention.quietHours === null || quietUntil(attention.quietHours, now) === null
}

/** Where no desk is on duty it is everybody's watch, or nobody would hear. */
function hasTheWatch(deskId: string | null, onDutyDeskIds: readonly string[]): boolean {
  return deskId === null || onDutyDeskIds.length === 0 || onDutyDeskIds.includes(deskId)
}

/** Desks that have the watch at an instant, by the watches of the forecast; right also between two of its changes. */
export function desksOnDuty(forecasts: readonly DeskForecast[], now: number): string[] {
  const at = withinForecast(forecasts, now)
  return forecasts.flatMap(({ deskId, watches }) => {
    if (deskId === null) return []
    return watches.some(({ from, to }) => from <= at && at < to) ? [deskId] : []
  })
}

/** `now`, or where a reader's clock has not come so far yet the instant the forecast was made, when its watches begin. */
export function withinForecast(forecasts: readonly DeskForecast[], now: number): number {
  const starts = forecasts.flatMap(({ watches }) => watches.slice(0, 1).map(({ from }) => from))
  return starts.length === 0 ? now : Math.max(now, Math.min(...starts))
}
