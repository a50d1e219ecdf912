import type { ProviderIncident } from '../../../shared/records/status-page.ts'
import type { FeedItem } from '../../backend/connectors/status-formats/feed/feed.ts'
import { itemDate } from '../../backend/connectors/status-formats/feed/feed.ts'
import type { Facts, StatusReport } from '../../backend/connectors/status-formats/status-format.ts'

/**
 * What `feed parse --json` prints; keys are only ever added. Moments are ISO 8601 in UTC with milliseconds, absent
 * ones null. `raw…` is the source's own word, `state` and `impact` are ours. `details` holds what a format states
 * beyond the common shape. Plain feed entries also stand in `incidents` with `kind` "notice".
 */
export function describeReport(report: StatusReport) {
  const { snapshot, feed } = report
  const incidents = snapshot.incidents.filter((incident) => incident.kind !== 'maintenance')
  const maintenances = snapshot.incidents.filter((incident) => incident.kind === 'maintenance')
  return {
    format: snapshot.format,
    pageName: snapshot.pageName,
    pageId: report.pageId,
    pageUrl: snapshot.pageUrl,
    pageUpdatedAt: iso(snapshot.pageUpdatedAt),
    overall: {
      raw: snapshot.overallRaw,
      state: snapshot.overall,
      description: snapshot.overallDescription,
    },
    groupCount: report.groups.length,
    groups: report.groups,
    componentCount: snapshot.components.length,
    components: snapshot.components.map((component) => ({
      id: component.externalId,
      name: component.name,
      group: component.group,
      rawState: component.rawState,
      state: component.state,
      details: report.componentFacts[component.externalId] ?? {},
    })),
    incidentCount: incidents.length,
    openIncidentCount: incidents.filter((incident) => incident.open === true).length,
    incidents: incidents.map((incident) => describeIncident(incident, report.incidentFacts)),
    maintenanceCount: maintenances.length,
    maintenances: maintenances.map((incident) => describeIncident(incident, report.incidentFacts)),
    feed:
      feed === null
        ? null
        : {
            kind: feed.kind,
            title: feed.title,
            pageUrl: feed.pageUrl,
            updatedAt: iso(feed.updatedAt),
            itemCount: feed.items.length,
            items: feed.items.map(describeItem),
          },
    pollAfterSeconds: report.pollAfterMs === null ? null : report.pollAfterMs / 1000,
    details: report.facts,
    refusals: report.refusals,
  }
}

export type DescribedReport = ReturnType<typeof describeReport>

function describeIncident(incident: ProviderIncident, facts: Readonly<Record<string, Facts>>) {
  return {
    id: incident.externalId,
    kind: incident.kind,
    title: incident.title,
    rawStatus: incident.rawStatus,
    rawImpact: incident.rawImpact,
    impact: incident.impact,
    open: incident.open,
    startedAt: iso(incident.startedAt),
    updatedAt: iso(incident.updatedAt),
    endedAt: iso(incident.endedAt),
    components: incident.components,
    updateCount: incident.updates.length,
    updates: incident.updates.map((update) => ({ ...update, at: iso(update.at) })),
    url: incident.url,
    details: facts[incident.externalId] ?? {},
  }
}

function describeItem(item: FeedItem) {
  return {
    id: item.id,
    title: item.title,
    date: iso(itemDate(item)),
    publishedAt: iso(item.publishedAt),
    updatedAt: iso(item.updatedAt),
    link: item.link,
    url: item.url,
    categories: item.categories,
  }
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
