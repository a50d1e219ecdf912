import type { ProviderPage } from '../../shared/contract/status.ts'
import type { Source } from '../../shared/records/source.ts'
import { SERVICE_STATE_ORDER } from '../../shared/records/service-state-order.ts'
import type { ServiceState, StatusSnapshot } from '../../shared/records/status-page.ts'
import { openIncidents } from './incidents.ts'

/** Whether what we show of a page is what the page says now. Everything but `current` is hatched. */
export type Freshness = 'current' | 'stale' | 'disconnected' | 'misconfigured' | 'paused' | 'no-data'

/** One provider as a person reads it: its page (null before the first reading) beside the health of its source. */
export interface PageView {
  readonly sourceId: string
  readonly name: string
  readonly page: ProviderPage | null
  readonly source: Source | null
  readonly freshness: Freshness
  /** What is shown, see `shownState`. */
  readonly state: ServiceState
  readonly openCount: number
}

/** For a page whose source has not reached us yet: the backend's own figure comes with the source. */
const STALE_AFTER_WITHOUT_SOURCE_MS = 15 * 60_000

export function freshnessOf(page: ProviderPage | null, source: Source | null, now: number): Freshness {
  if (source !== null) {
    if (!source.enabled || source.health.state === 'paused') return 'paused'
    if (source.health.state === 'misconfigured') return 'misconfigured'
    if (source.health.state === 'failing') return 'disconnected'
  }
  if (page === null) return 'no-data'
  const staleAfterMs = source?.health.staleAfterMs ?? STALE_AFTER_WITHOUT_SOURCE_MS
  return now - page.checkedAt > staleAfterMs ? 'stale' : 'current'
}

function rank(state: ServiceState): number {
  return SERVICE_STATE_ORDER.indexOf(state)
}

/**
 * The worst a page says anywhere: pages stay "operational" over a component in outage or an open major incident.
 * A part of unknown state does not make a page that says it works unknown.
 */
export function worstState(snapshot: StatusSnapshot): ServiceState {
  const parts = [
    ...snapshot.components.map((component) => component.state),
    ...openIncidents(snapshot).map((incident) => incident.impact),
  ].filter((state) => state !== 'unknown')
  return parts.reduce((worst, state) => (rank(state) > rank(worst) ? state : worst), snapshot.overall)
}

/** The last known trouble stays shown; a last known "works" does not: we no longer know. */
function shownState(page: ProviderPage | null, freshness: Freshness): ServiceState {
  if (page === null) return 'unknown'
  const state = worstState(page.snapshot)
  return state === 'operational' && freshness !== 'current' ? 'unknown' : state
}

function viewOf(page: ProviderPage | null, source: Source | null, now: number): PageView {
  const freshness = freshnessOf(page, source, now)
  return {
    sourceId: page?.sourceId ?? source?.id ?? '',
    name: source?.name ?? page?.name ?? '',
    page,
    source,
    freshness,
    state: shownState(page, freshness),
    openCount: page === null ? 0 : openIncidents(page.snapshot).length,
  }
}

function compareViews(a: PageView, b: PageView): number {
  return (
    rank(b.state) - rank(a.state) ||
    Number(a.freshness === 'current') - Number(b.freshness === 'current') ||
    b.openCount - a.openCount ||
    a.name.localeCompare(b.name)
  )
}

/** Every provider, worst first: pages with their sources, and status sources that have never been read. */
export function pageViews(
  pages: readonly ProviderPage[],
  sources: readonly Source[],
  now: number,
): PageView[] {
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  const read = new Set(pages.map((page) => page.sourceId))
  const unread = sources.filter((source) => source.role === 'status' && !read.has(source.id))
  return [
    ...pages.map((page) => viewOf(page, sourceById.get(page.sourceId) ?? null, now)),
    ...unread.map((source) => viewOf(null, source, now)),
  ].sort(compareViews)
}
