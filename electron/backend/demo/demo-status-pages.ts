import { OPERATORS, type DemoOperator } from './demo-cast.ts'
import { maintenancesBetween, outagesBetween, type DemoMaintenance, type DemoOutage } from './demo-outages.ts'

const DAY = 86_400_000
/** How far back a page lists what is over, and how far ahead it announces. */
const HISTORY_MS = 5 * DAY
const AHEAD_MS = 14 * DAY

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

function outageStatus(outage: DemoOutage, now: number): string {
  if (now >= outage.resolvedAt) return 'resolved'
  if (now >= outage.monitoringAt) return 'monitoring'
  if (now >= outage.identifiedAt) return 'identified'
  return 'investigating'
}

function outageUpdates(outage: DemoOutage, now: number): { status: string; at: number; text: string }[] {
  const { operator, service } = outage
  const all = [
    {
      status: 'investigating',
      at: outage.admittedAt,
      text: `We are investigating trouble with ${service} on ${operator.name} (${operator.network}), ${operator.country}.`,
    },
    {
      status: 'identified',
      at: outage.identifiedAt,
      text: 'The cause is identified and a repair is under way.',
    },
    { status: 'monitoring', at: outage.monitoringAt, text: 'A repair is in place; we watch the result.' },
    { status: 'resolved', at: outage.resolvedAt, text: `${service} works normally again.` },
  ]
  return all.filter((update) => update.at <= now).toReversed()
}

function admitted(seed: number, operator: DemoOperator, now: number): DemoOutage[] {
  return outagesBetween(seed, now - HISTORY_MS, now)
    .filter((outage) => outage.operator.id === operator.id && outage.admittedAt <= now)
    .toSorted((a, b) => b.admittedAt - a.admittedAt)
}

function announced(seed: number, operator: DemoOperator, now: number): DemoMaintenance[] {
  return maintenancesBetween(seed, now - HISTORY_MS, now + AHEAD_MS).filter(
    (window) => window.operator.id === operator.id && window.announcedAt <= now && window.until > now,
  )
}

const IMPACT_STATE = {
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
} as const
const IMPACT_RANK = ['none', 'minor', 'major', 'critical'] as const
const DESCRIPTION = {
  none: 'All Systems Operational',
  minor: 'Minor Service Outage',
  major: 'Partial System Outage',
  critical: 'Major Service Outage',
}

function maintenanceStatus(window: DemoMaintenance, now: number): string {
  return now >= window.from ? 'in_progress' : 'scheduled'
}

function pageOf(operator: DemoOperator, now: number): object {
  return {
    id: operator.id,
    name: `${operator.name} (demo)`,
    url: 'https://status.example/',
    time_zone: 'Etc/UTC',
    updated_at: iso(now),
  }
}

function incidentOf(outage: DemoOutage, now: number): object {
  const { operator } = outage
  const updates = outageUpdates(outage, now)
  return {
    id: outage.id,
    name: `${outage.service} impaired, ${operator.country}`,
    status: outageStatus(outage, now),
    impact: outage.impact,
    created_at: iso(outage.admittedAt),
    started_at: iso(outage.admittedAt),
    updated_at: iso(updates[0]?.at ?? outage.admittedAt),
    monitoring_at: now >= outage.monitoringAt ? iso(outage.monitoringAt) : null,
    resolved_at: now >= outage.resolvedAt ? iso(outage.resolvedAt) : null,
    components: [{ id: `${operator.id}-${operator.services.indexOf(outage.service)}`, name: outage.service }],
    incident_updates: updates.map((update, place) => ({
      id: `${outage.id}-${place}`,
      status: update.status,
      body: update.text,
      created_at: iso(update.at),
      display_at: iso(update.at),
    })),
  }
}

/** The page of one operator as Statuspage v2 `summary.json` writes it. */
export function statuspageSummary(seed: number, operator: DemoOperator, now: number): object {
  const open = admitted(seed, operator, now).filter((outage) => now < outage.resolvedAt)
  const worst = open.reduce<(typeof IMPACT_RANK)[number]>(
    (found, outage) =>
      IMPACT_RANK.indexOf(outage.impact) > IMPACT_RANK.indexOf(found) ? outage.impact : found,
    'none',
  )
  const windows = announced(seed, operator, now)
  const stateOf = (service: string): string => {
    const hit = open.find((outage) => outage.service === service)
    if (hit !== undefined) return IMPACT_STATE[hit.impact]
    return windows.some((window) => window.service === service && now >= window.from)
      ? 'under_maintenance'
      : 'operational'
  }
  const component = (service: string, place: number): object => ({
    id: `${operator.id}-${place}`,
    name: service,
    status: stateOf(service),
    group: false,
    group_id: null,
    position: place + 1,
  })
  return {
    page: pageOf(operator, now),
    status: { indicator: worst, description: DESCRIPTION[worst] },
    components: operator.services.map(component),
    incidents: open.map((outage) => incidentOf(outage, now)),
    scheduled_maintenances: windows.map((window) => ({
      id: window.id,
      name: `Planned work on ${window.service}`,
      status: maintenanceStatus(window, now),
      impact: 'maintenance',
      created_at: iso(window.announcedAt),
      started_at: iso(window.announcedAt),
      updated_at: iso(window.announcedAt),
      scheduled_for: iso(window.from),
      scheduled_until: iso(window.until),
      components: [
        { id: `${operator.id}-${operator.services.indexOf(window.service)}`, name: window.service },
      ],
      incident_updates: [],
    })),
  }
}

/** Its `incidents.json`: what is open and what is over, newest first. */
export function statuspageIncidents(seed: number, operator: DemoOperator, now: number): object {
  return {
    page: pageOf(operator, now),
    incidents: admitted(seed, operator, now).map((outage) => incidentOf(outage, now)),
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The same operator as an RSS feed, the way plain pages write it: one item per update, the state in prose. */
export function rssFeed(seed: number, operator: DemoOperator, now: number): string {
  const items = admitted(seed, operator, now).flatMap((outage) =>
    outageUpdates(outage, now).map(
      (update) => `<item>
<title>${escapeXml(`${update.status === 'resolved' ? 'Resolved: ' : ''}${outage.service} impaired, ${operator.country}`)}</title>
<description>${escapeXml(update.text)}</description>
<pubDate>${new Date(update.at).toUTCString()}</pubDate>
<guid isPermaLink="false">${outage.id}-${update.status}</guid>
</item>`,
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escapeXml(`${operator.name} (demo)`)}</title>
<link>https://status.example/</link><description>Demo</description>
${items.join('\n')}
</channel></rss>`
}

/** The last operator has only a feed; the others answer like Statuspage. */
export const FEED_OPERATOR: DemoOperator = OPERATORS[OPERATORS.length - 1] ?? OPERATORS[0]
export const FEED_PATH = '/history.rss'
export const SUMMARY_PATH = '/api/v2/summary.json'
export const INCIDENTS_PATH = '/api/v2/incidents.json'
