import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, listOf, namesOf, objectOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { webLink } from '../text/web-link.ts'

const STATES: StateTable = {
  up: 'operational',
  ok: 'operational',
  operational: 'operational',
  none: 'unknown',
  maintenance: 'maintenance',
  under_maintenance: 'maintenance',
  has_issues: 'degraded',
  degraded: 'degraded',
  degraded_performance: 'degraded',
  minor: 'degraded',
  partial: 'partial-outage',
  partial_outage: 'partial-outage',
  major: 'partial-outage',
  critical: 'major-outage',
  down: 'major-outage',
  major_outage: 'major-outage',
}
const CLOSED = ['resolved', 'completed', 'cancelled', 'postmortem']
const UNDER_WAY = ['in_progress', 'inprogress', 'active', 'verifying']

/** Self-hosted pages with Instatus-like keys and words of their own. */
export const genericSummary: JsonFormat = {
  id: 'generic-summary',
  label: 'Status summary',
  endpoints: (page) => [new URL('/api/public/summary', page).href],
  recognises: (json) =>
    isObject(json) &&
    isObject(json['page']) &&
    textOf(json['page']['status']) !== null &&
    (Array.isArray(json['activeIncidents']) || textOf(json['page']['name']) !== null),
  read: (json) => {
    const document = objectOf(json)
    const page = objectOf(document['page'])
    const refusals: RecordRefusal[] = []
    const read = (list: string, kind: 'incident' | 'maintenance') =>
      readEntries(listOf(document[list]), list, refusals, (entry) => readEntry(entry, kind))
    const incidents = read('activeIncidents', 'incident')
    const maintenances = read('activeMaintenances', 'maintenance')
    const overallRaw = textOf(page['status'])
    return statusReport('generic-summary', {
      pageId: textOf(page['id']) ?? textOf(page['url']) ?? textOf(page['name']),
      pageName: textOf(page['name']),
      pageUrl: webLink(textOf(page['url'])),
      overallRaw,
      overall: pageState({
        stated: stateOf(STATES, overallRaw?.toLowerCase() ?? null),
        incidents,
        maintenanceUnderWay: maintenances.some((entry) => UNDER_WAY.includes(entry.rawStatus ?? '')),
      }),
      incidents: [...incidents, ...maintenances],
      refusals,
    })
  },
}

function readEntry(entry: JsonObject, kind: 'incident' | 'maintenance'): ProviderIncident | null {
  const title = textOf(entry['name']) ?? textOf(entry['title'])
  if (title === null) return null
  const rawStatus = textOf(entry['status'])
  const rawImpact = textOf(entry['impact'])
  const startedAt = timeOf(entry['startedAt']) ?? timeOf(entry['startsAt']) ?? timeOf(entry['started_at'])
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind,
    title,
    rawStatus,
    rawImpact,
    impact: kind === 'maintenance' ? 'maintenance' : stateOf(STATES, rawImpact?.toLowerCase() ?? null),
    open: !CLOSED.includes(rawStatus?.toLowerCase() ?? ''),
    startedAt,
    updatedAt: timeOf(entry['updatedAt']) ?? timeOf(entry['updated_at']),
    endedAt: timeOf(entry['resolvedAt']) ?? timeOf(entry['endsAt']) ?? timeOf(entry['resolved_at']),
    components: namesOf(entry['components']),
    updates: [],
    url: webLink(textOf(entry['url'])),
  }
}
