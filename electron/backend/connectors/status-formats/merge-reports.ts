import type { ProviderComponent, ProviderIncident } from '../../../../shared/records/status-page.ts'
import { pageState } from './service-states.ts'
import type { StatusReport } from './status-format.ts'

/**
 * A page's main document completed by another: names here with states there, open incidents here with closed ones
 * there. Identity, title and the page's own word stay those of the main document.
 */
export function mergeReports(main: StatusReport, other: StatusReport): StatusReport {
  const components = mergeComponents(main.snapshot.components, other.snapshot.components)
  const incidents = mergeIncidents(main.snapshot.incidents, other.snapshot.incidents)
  const stated = main.snapshot.overallRaw === null ? null : main.snapshot.overall
  return {
    ...main,
    snapshot: {
      ...main.snapshot,
      pageName: main.snapshot.pageName ?? other.snapshot.pageName,
      overall: pageState({ stated, components, incidents }),
      components,
      incidents,
    },
    groups: [...main.groups, ...other.groups],
    refusals: [...main.refusals, ...other.refusals],
    facts: { ...other.facts, ...main.facts },
    componentFacts: { ...main.componentFacts, ...other.componentFacts },
    incidentFacts: { ...main.incidentFacts, ...other.incidentFacts },
  }
}

function mergeComponents(
  main: readonly ProviderComponent[],
  other: readonly ProviderComponent[],
): ProviderComponent[] {
  if (main.length === 0) return [...other]
  const states = new Map(other.map((component) => [component.externalId, component] as const))
  return main.map((component) => {
    const stated = states.get(component.externalId)
    const needsState = component.rawState === '' && stated !== undefined
    return needsState ? { ...component, rawState: stated.rawState, state: stated.state } : component
  })
}

function mergeIncidents(
  main: readonly ProviderIncident[],
  other: readonly ProviderIncident[],
): ProviderIncident[] {
  const merged = new Map(main.map((incident) => [incident.externalId, incident] as const))
  for (const incident of other) {
    const held = merged.get(incident.externalId)
    // Some number their incidents and their maintenances each from one.
    const isOther = held !== undefined && held.kind !== incident.kind
    const externalId = isOther ? `${incident.kind}-${incident.externalId}` : incident.externalId
    if (held === undefined || isOther || isNewer(incident, held))
      merged.set(externalId, { ...incident, externalId })
  }
  return [...merged.values()]
}

function isNewer(incident: ProviderIncident, held: ProviderIncident): boolean {
  return (incident.updatedAt ?? 0) > (held.updatedAt ?? 0)
}
