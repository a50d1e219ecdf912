import type { ProviderComponent, ProviderIncident, StatusSnapshot } from '../../shared/records/status-page.ts'

/** Incidents that the page says are open. A feed entry that does not say is a notice, not an open incident. */
export function openIncidents(snapshot: StatusSnapshot): ProviderIncident[] {
  return snapshot.incidents.filter((incident) => incident.kind === 'incident' && incident.open === true)
}

export interface IncidentGroups {
  readonly open: ProviderIncident[]
  /** Maintenance under way: inside its window, or said to be open without one. */
  readonly underWay: ProviderIncident[]
  readonly planned: ProviderIncident[]
  /** Entries of feeds that do not say whether they are open, newest first. */
  readonly notices: ProviderIncident[]
  readonly closed: ProviderIncident[]
}

function newestFirst(a: ProviderIncident, b: ProviderIncident): number {
  return changedAt(b) - changedAt(a)
}

function soonestFirst(a: ProviderIncident, b: ProviderIncident): number {
  return (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity)
}

/** The last instant the incident itself names: its age, as against the age of our reading. */
export function changedAt(incident: ProviderIncident): number {
  const updates = incident.updates.map((update) => update.at ?? 0)
  return Math.max(incident.updatedAt ?? 0, incident.startedAt ?? 0, ...updates)
}

/** Sorts a page's incidents by what an engineer does with them. */
export function groupIncidents(snapshot: StatusSnapshot, now: number): IncidentGroups {
  const groups: IncidentGroups = { open: [], underWay: [], planned: [], notices: [], closed: [] }
  for (const incident of snapshot.incidents) groups[groupOf(incident, now)].push(incident)
  groups.open.sort(newestFirst)
  groups.underWay.sort(soonestFirst)
  groups.planned.sort(soonestFirst)
  groups.notices.sort(newestFirst)
  groups.closed.sort(newestFirst)
  return groups
}

function groupOf(incident: ProviderIncident, now: number): keyof IncidentGroups {
  if (incident.open === false) return 'closed'
  if (incident.kind === 'maintenance') {
    if (incident.endedAt !== null && incident.endedAt <= now && incident.open === null) return 'closed'
    return incident.startedAt !== null && incident.startedAt > now ? 'planned' : 'underWay'
  }
  return incident.open === true && incident.kind === 'incident' ? 'open' : 'notices'
}

export interface ComponentGroup {
  /** Null for components that stand in no group. */
  readonly name: string | null
  readonly components: ProviderComponent[]
}

/** Components in the page's own order, gathered under their groups; those without one come first. */
export function groupComponents(components: readonly ProviderComponent[]): ComponentGroup[] {
  const byName = new Map<string | null, ProviderComponent[]>([[null, []]])
  for (const component of components) {
    const group = byName.get(component.group)
    if (group === undefined) byName.set(component.group, [component])
    else group.push(component)
  }
  return [...byName]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({ name, components: members }))
}
