import type { DeskForecast } from '../../shared/contract/shifts.ts'
import { withinForecast } from '../../shared/shifts/attention.ts'

/** Stands for the gaps between the desks, where a desk's id would stand. No desk has an empty id. */
export const NOBODY = ''

/** One desk's next 24 hours as the strip above the board shows them. */
export interface WatchView {
  /** The desk's id, or NOBODY. */
  readonly key: string
  readonly name: string | null
  readonly isOnDuty: boolean
  /** The present watch, else the next one; null where there is none in time. */
  readonly watch: { readonly from: number; readonly to: number } | null
  /** Cases of which some promise runs out on its watch. */
  readonly caseCount: number
  readonly nextDueAt: number | null
}

type Breach = DeskForecast['breaches'][number]

/** The strip looks so far ahead; a forecast reaches up to an hour further, so as not to change with every second. */
const AHEAD_MS = 24 * 3_600_000

/** Where in a forecast's breaches, soonest first, those begin and end that lie ahead: what is past is on the board. */
export function aheadOf(breaches: readonly Breach[], now: number): { from: number; to: number } {
  const from = breaches.findIndex(({ dueAt }) => dueAt > now)
  const to = breaches.findLastIndex(({ dueAt }) => dueAt < now + AHEAD_MS) + 1
  return from === -1 ? { from: breaches.length, to: breaches.length } : { from, to: Math.max(from, to) }
}

/**
 * The desks in order of their watch at `now`: who has it, then who has it next, then the gaps, which are left out
 * where there are none. A chosen one that the forecast no longer knows is kept, so that it can be let go.
 */
export function watchViews(
  forecasts: readonly DeskForecast[],
  now: number,
  chosen: string | null,
): WatchView[] {
  const at = withinForecast(forecasts, now)
  const views = forecasts.map((forecast) => viewOf(forecast, at))
  const desks = views.filter(({ key }) => key !== NOBODY).sort(compareWatches)
  const gaps = views.filter(
    ({ key, watch, caseCount }) => key === NOBODY && (watch !== null || caseCount > 0),
  )
  const shown = [...desks, ...gaps]
  if (chosen === null || shown.some(({ key }) => key === chosen)) return shown
  const gone = { key: chosen, name: chosen, isOnDuty: false, watch: null, caseCount: 0, nextDueAt: null }
  return [...shown, gone]
}

function viewOf({ deskId, name, watches, breaches }: DeskForecast, now: number): WatchView {
  const { from, to } = aheadOf(breaches, now)
  const ahead = breaches.slice(from, to)
  const watch = watches.find((each) => each.to > now && each.from < now + AHEAD_MS) ?? null
  return {
    key: deskId ?? NOBODY,
    name,
    isOnDuty: watch !== null && watch.from <= now,
    watch,
    caseCount: new Set(ahead.map(({ ticketId }) => ticketId)).size,
    nextDueAt: ahead[0]?.dueAt ?? null,
  }
}

function compareWatches(left: WatchView, right: WatchView): number {
  return (left.watch?.from ?? Infinity) - (right.watch?.from ?? Infinity) || (left.key < right.key ? -1 : 1)
}
