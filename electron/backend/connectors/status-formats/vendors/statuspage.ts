import type { IncidentUpdate, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import {
  isObject,
  namesOf,
  objectOf,
  objectsOf,
  textOf,
  timeOf,
  listOf,
  type JsonObject,
} from '../json/fields.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const INDICATORS: StateTable = {
  none: 'operational',
  maintenance: 'maintenance',
  minor: 'degraded',
  major: 'partial-outage',
  critical: 'major-outage',
}
const COMPONENTS: StateTable = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial-outage',
  major_outage: 'major-outage',
}
/** "none" is missing on purpose: an open incident without impact has not said what it hits, so it is unknown. */
const IMPACTS: StateTable = {
  maintenance: 'maintenance',
  minor: 'degraded',
  major: 'partial-outage',
  critical: 'major-outage',
}
const CLOSED_INCIDENT = ['resolved', 'postmortem']
const CLOSED_MAINTENANCE = ['completed', 'cancelled', 'canceled']
const UNDER_WAY = ['in_progress', 'verifying']
const LISTS = ['components', 'incidents', 'scheduled_maintenances']

/**
 * Statuspage v2: summary, status, components, incidents and scheduled-maintenances answers, all of one shape with
 * parts left out. incident.io and openstatus pages answer the same paths with less in them.
 */
export const statuspage: JsonFormat = {
  id: 'statuspage-v2',
  label: 'Statuspage',
  endpoints: (page) => [
    new URL('/api/v2/summary.json', page).href,
    // openstatus and pages behind a path serve the same shape elsewhere.
    new URL('/api/status/summary.json', page).href,
  ],
  companions: {
    addresses: (endpoint) =>
      endpoint.pathname.endsWith('/summary.json') ? [new URL('incidents.json', endpoint).href] : [],
    changeAlone: false,
  },
  recognises: (json) => {
    if (!isObject(json) || !isObject(json['page'])) return false
    const hasParts = isObject(json['status']) || LISTS.some((list) => Array.isArray(json[list]))
    return hasParts && textOf(json['page']['id']) !== null
  },
  read: (json) => readStatuspage('statuspage-v2', objectOf(json), INDICATORS),
}

/** Also for vendors that copied the shape; their indicator words come with them. */
export function readStatuspage(format: string, json: JsonObject, indicators: StateTable) {
  const refusals: RecordRefusal[] = []
  const page = objectOf(json['page'])
  const status = objectOf(json['status'])
  const entries = objectsOf(json['components'])
  const groups = new Map(
    entries.filter(isGroup).map((group) => [textOf(group['id']), textOf(group['name']) ?? ''] as const),
  )
  const components = readEntries(
    listOf(json['components']).filter((entry) => !isObject(entry) || !isGroup(entry)),
    'components',
    refusals,
    (entry) => {
      const name = textOf(entry['name'])
      const rawState = textOf(entry['status']) ?? ''
      if (name === null) return null
      const group = groups.get(textOf(entry['group_id'])) ?? null
      const externalId = textOf(entry['id']) ?? name
      return { externalId, name, group, rawState, state: stateOf(COMPONENTS, rawState) }
    },
  )
  const incidents = readEntries(listOf(json['incidents']), 'incidents', refusals, readIncident)
  const maintenances = readEntries(
    listOf(json['scheduled_maintenances']),
    'scheduled_maintenances',
    refusals,
    readMaintenance,
  )
  const overallRaw = textOf(status['indicator'])
  const maintenanceUnderWay = maintenances.some((entry) => UNDER_WAY.includes(entry.rawStatus ?? ''))
  return statusReport(format, {
    pageId: textOf(page['id']) ?? textOf(page['name']),
    pageName: textOf(page['name']),
    pageUrl: webLink(textOf(page['url'])),
    overallRaw,
    overallDescription: textOf(status['description']),
    overall: pageState({
      stated: overallRaw === null ? null : stateOf(indicators, overallRaw),
      components,
      incidents,
      maintenanceUnderWay,
    }),
    pageUpdatedAt: timeOf(page['updated_at']),
    components,
    incidents: [...incidents, ...maintenances],
    groups: [...groups.values()],
    refusals,
  })
}

function isGroup(component: JsonObject): boolean {
  return component['group'] === true
}

function readIncident(entry: JsonObject): ProviderIncident | null {
  const incident = readCommon(entry)
  if (incident === null) return null
  const open = incident.rawStatus === null ? null : !CLOSED_INCIDENT.includes(incident.rawStatus)
  const resolvedAt = timeOf(entry['resolved_at']) ?? timeOfUpdate(incident.updates, 'resolved')
  return {
    ...incident,
    kind: 'incident',
    open,
    startedAt: timeOf(entry['started_at']) ?? timeOf(entry['created_at']),
    endedAt: open === true ? null : resolvedAt,
  }
}

/** A maintenance's started_at is when it was announced; its window is scheduled_for to scheduled_until. */
function readMaintenance(entry: JsonObject): ProviderIncident | null {
  const incident = readCommon(entry)
  if (incident === null) return null
  return {
    ...incident,
    kind: 'maintenance',
    open: incident.rawStatus === null ? null : !CLOSED_MAINTENANCE.includes(incident.rawStatus),
    startedAt: timeOf(entry['scheduled_for']) ?? timeOf(entry['started_at']),
    endedAt: timeOf(entry['scheduled_until']) ?? timeOf(entry['resolved_at']),
  }
}

type CommonParts = Omit<ProviderIncident, 'kind' | 'open' | 'startedAt' | 'endedAt'>

function readCommon(entry: JsonObject): CommonParts | null {
  const title = textOf(entry['name'])
  const externalId = textOf(entry['id']) ?? title
  if (title === null || externalId === null) return null
  const rawImpact = textOf(entry['impact'])
  const named = namesOf(entry['components'])
  return {
    externalId,
    title,
    rawStatus: textOf(entry['status']),
    rawImpact,
    impact: stateOf(IMPACTS, rawImpact),
    updatedAt: timeOf(entry['updated_at']),
    components: named.length > 0 ? named : namesInUpdates(entry),
    updates: objectsOf(entry['incident_updates']).map((update) => ({
      at: timeOf(update['display_at']) ?? timeOf(update['created_at']),
      rawStatus: textOf(update['status']),
      text: plainText(textOf(update['body']) ?? ''),
    })),
    url: webLink(textOf(entry['shortlink'])),
  }
}

function namesInUpdates(entry: JsonObject): string[] {
  const names = objectsOf(entry['incident_updates']).flatMap((update) =>
    namesOf(update['affected_components']),
  )
  return [...new Set(names)]
}

function timeOfUpdate(updates: readonly IncidentUpdate[], status: string): number | null {
  return updates.find((update) => update.rawStatus === status)?.at ?? null
}
