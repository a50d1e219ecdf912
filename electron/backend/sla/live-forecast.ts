import type { Desk } from '../../../shared/contract/settings.ts'
import type { DeskForecast } from '../../../shared/contract/shifts.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import { forecastBreaches } from '../../../shared/shifts/forecast.ts'
import { createLiveCollection, type LiveCollection } from '../live/live-collection.ts'
import type { Timekeeper } from '../time/timekeeper.ts'

export interface LiveForecastParts {
  readonly rows: () => readonly BoardRow[]
  /** Those of the moment. */
  readonly desks: () => readonly Desk[]
  readonly timekeeper: Timekeeper
  readonly epoch: string
}

/** What breaches on whose watch, kept true as rows, desks and time move on. */
export interface LiveForecast {
  /** By desk; the gaps between desks have the empty key. */
  readonly forecasts: LiveCollection<DeskForecast>
  /** Computes now: at start, and when desks changed. */
  refresh(): void
  /** Computes soon: rows change many times a second, and nobody reads that fast. */
  rowsChanged(): void
  stop(): void
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How much real time passes at least between two computations that rows and time ask for. */
const STEP_MS = 1_000

export function createLiveForecast({ rows, desks, timekeeper, epoch }: LiveForecastParts): LiveForecast {
  const forecasts = createLiveCollection<DeskForecast>({ key: keyOf, epoch })
  let cancelSoon: (() => void) | null = null
  let cancelWake = (): void => {}
  let stopped = false

  function refresh(): void {
    if (stopped) return
    cancelSoon?.()
    cancelSoon = null
    const now = timekeeper.now()
    const until = horizonFrom(now)
    const computed = forecastBreaches(desks(), rows(), now, until - now)
    publish(computed, now)
    planWake(computed, now)
  }

  function publish(computed: readonly DeskForecast[], now: number): void {
    const keys = new Set(computed.map(keyOf))
    forecasts.set(computed.filter((forecast) => !saysTheSame(forecasts.get(keyOf(forecast)), forecast, now)))
    forecasts.delete(
      forecasts
        .snapshot()
        .values.map(keyOf)
        .filter((key) => !keys.has(key)),
    )
  }

  /** Time alone changes the forecast when a watch ends, and when the horizon moves. */
  function planWake(computed: readonly DeskForecast[], now: number): void {
    cancelWake()
    const watchEnds = computed.flatMap(({ watches }) => watches.map(({ to }) => to))
    const next = Math.min(horizonFrom(now) - DAY_MS, ...watchEnds)
    cancelWake = timekeeper.at(Math.max(next, soonest(now)), refresh)
  }

  function soonest(now: number): number {
    return now + STEP_MS * timekeeper.rate
  }

  return {
    forecasts,
    refresh,
    rowsChanged() {
      if (stopped) return
      cancelSoon ??= timekeeper.at(soonest(timekeeper.now()), refresh)
    },
    stop() {
      stopped = true
      cancelSoon?.()
      cancelWake()
    },
  }
}

/**
 * The next 24 hours and what is left of the hour after them: the horizon moves once an hour and not with every
 * second, so that a quiet night costs no traffic, and still no breach of the next 24 hours is missing.
 */
function horizonFrom(now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS + HOUR_MS + DAY_MS
}

function keyOf({ deskId }: DeskForecast): string {
  return deskId ?? ''
}

/** Whether nobody needs to be told. That a watch was computed again after it had begun is no news. */
function saysTheSame(held: DeskForecast | undefined, computed: DeskForecast, now: number): boolean {
  if (held === undefined) return false
  if (held.name !== computed.name || held.onDuty !== computed.onDuty || held.until !== computed.until)
    return false
  if (held.watches.length !== computed.watches.length || held.breaches.length !== computed.breaches.length) {
    return false
  }
  const sameWatches = computed.watches.every(({ from, to }, index) => {
    const other = held.watches[index]
    return other?.to === to && (other.from === from || (from === now && other.from <= now))
  })
  // Compared field by field: a text of thousands would have to be made of them each second.
  const sameBreaches = computed.breaches.every((breach, index) => {
    const other = held.breaches[index]
    return (
      other?.ticketId === breach.ticketId &&
      other.clockId === breach.clockId &&
      other.dueAt === breach.dueAt &&
      other.severityRank === breach.severityRank
    )
  })
  return sameWatches && sameBreaches
}
