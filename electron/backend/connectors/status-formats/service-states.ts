import type {
  ProviderComponent,
  ProviderIncident,
  ServiceState,
} from '../../../../shared/records/status-page.ts'
import { SERVICE_STATE_ORDER } from '../../../../shared/records/status-page.ts'

/** One format's words for our states. What is not in the table is `unknown`, never operational. */
export type StateTable = Readonly<Record<string, ServiceState>>

export function stateOf(table: StateTable, raw: string | null): ServiceState {
  return raw !== null && Object.hasOwn(table, raw) ? (table[raw] ?? 'unknown') : 'unknown'
}

export function worstState(states: readonly ServiceState[]): ServiceState | null {
  return states.reduce<ServiceState | null>(
    (worst, state) => (worst === null || rank(state) > rank(worst) ? state : worst),
    null,
  )
}

function rank(state: ServiceState): number {
  return SERVICE_STATE_ORDER.indexOf(state)
}

interface PageEvidence {
  /** What the page says of itself; null where the format has no such word. */
  readonly stated: ServiceState | null
  readonly components?: readonly ProviderComponent[]
  readonly incidents?: readonly ProviderIncident[]
  /** A planned window is under way, not only announced. */
  readonly maintenanceUnderWay?: boolean
}

/**
 * The state of the whole page. No single field is trusted: an open incident makes the page at least degraded even
 * where its colour is green and its impact "none" (carrier incidents are posted like that), and worse where the
 * incident says so. A page that admits trouble keeps its own roll-up of the components; one that claims health, or
 * claims nothing, does not outrank a component that is down.
 */
export function pageState(evidence: PageEvidence): ServiceState {
  const open = (evidence.incidents ?? []).filter(
    (incident) => incident.kind === 'incident' && incident.open === true,
  )
  const states = open.map((incident) => worstState(['degraded', incident.impact]) ?? 'degraded')
  if (evidence.maintenanceUnderWay === true) states.push('maintenance')
  if (evidence.stated === null || evidence.stated === 'operational') {
    states.push(...(evidence.components ?? []).map((component) => component.state))
  }
  if (evidence.stated !== null) states.push(evidence.stated)
  return worstState(states) ?? 'unknown'
}
