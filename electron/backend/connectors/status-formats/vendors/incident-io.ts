import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, listOf, namesOf, objectOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const IMPACTS: StateTable = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial-outage',
  full_outage: 'major-outage',
}
const CLOSED = ['resolved', 'maintenance_complete', 'completed']

/**
 * incident.io's page summary: what is open and planned, nothing else. It names no components and no overall state,
 * so a page without open incidents is what "operational" looks like here.
 */
export const incidentIo: JsonFormat = {
  id: 'incident-io',
  label: 'incident.io',
  // One page per region lives under a path of its own: https://host/region/api/v1/summary.
  endpoints: (page) => [`${page.origin}${page.pathname.replace(/\/$/, '')}/api/v1/summary`],
  recognises: (json) =>
    isObject(json) && Array.isArray(json['ongoing_incidents']) && textOf(json['page_title']) !== null,
  read: (json) => {
    const page = objectOf(json)
    const refusals: RecordRefusal[] = []
    const { incidents, maintenanceUnderWay } = readOngoing(page, IMPACTS, refusals)
    return statusReport('incident-io', {
      pageId: textOf(page['page_url']) ?? textOf(page['page_title']),
      pageName: textOf(page['page_title']),
      pageUrl: webLink(textOf(page['page_url'])),
      overall: pageState({ stated: 'operational', incidents, maintenanceUnderWay }),
      incidents,
      refusals,
    })
  },
}

/** The three lists that incident.io and those who copied it give. */
export function readOngoing(page: JsonObject, impacts: StateTable, refusals: RecordRefusal[]) {
  const read = (list: string, kind: 'incident' | 'maintenance') =>
    readEntries(listOf(page[list]), list, refusals, (entry) => readEntry(entry, kind, impacts))
  const running = read('in_progress_maintenances', 'maintenance')
  return {
    incidents: [
      ...read('ongoing_incidents', 'incident'),
      ...running,
      ...read('scheduled_maintenances', 'maintenance'),
    ],
    maintenanceUnderWay: running.length > 0,
  }
}

function readEntry(
  entry: JsonObject,
  kind: 'incident' | 'maintenance',
  impacts: StateTable,
): ProviderIncident | null {
  const title = textOf(entry['name']) ?? textOf(entry['title'])
  if (title === null) return null
  const rawStatus = textOf(entry['status']) ?? textOf(entry['phase'])
  const rawImpact = textOf(entry['current_worst_impact']) ?? textOf(entry['impact'])
  const startedAt = timeOf(entry['started_at']) ?? timeOf(entry['starts_at']) ?? timeOf(entry['created_at'])
  const latest = objectOf(entry['last_update'])
  const updatedAt = timeOf(entry['last_update_at']) ?? timeOf(entry['updated_at']) ?? timeOf(latest['at'])
  const message = textOf(entry['last_update_message']) ?? textOf(latest['message'])
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind,
    title,
    rawStatus,
    rawImpact,
    impact: kind === 'maintenance' ? 'maintenance' : stateOf(impacts, rawImpact),
    // These lists hold what is not over; a status may still say that it just ended.
    open: !CLOSED.includes(rawStatus ?? ''),
    startedAt,
    updatedAt,
    endedAt:
      timeOf(entry['resolved_at']) ?? timeOf(entry['scheduled_end_at']) ?? timeOf(entry['ends_at']) ?? null,
    components: namesOf(entry['affected_components'] ?? entry['components']),
    updates: message === null ? [] : [{ at: updatedAt, rawStatus, text: plainText(message) }],
    url: webLink(textOf(entry['url'])),
  }
}
