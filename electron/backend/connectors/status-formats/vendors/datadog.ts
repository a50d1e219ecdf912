import type { ProviderComponent, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import {
  isObject,
  listOf,
  namesOf,
  objectOf,
  objectsOf,
  textOf,
  timeOf,
  type JsonObject,
} from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, worstState, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const STATES: StateTable = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  partial_outage: 'partial-outage',
  major_outage: 'major-outage',
}

/** Datadog status pages: components stand inside their groups; no word for the page as a whole. */
export const datadog: JsonFormat = {
  id: 'datadog-page',
  label: 'Datadog status page',
  endpoints: (page) =>
    page.hostname.endsWith('.statuspage.datadoghq.com') ? [new URL('/api/status-page', page).href] : [],
  recognises: (json) =>
    isObject(json) && 'domainPrefix' in json && Array.isArray(json['components']) && 'incidents' in json,
  read: (json) => {
    const page = objectOf(json)
    const refusals: RecordRefusal[] = []
    const entries = objectsOf(page['components'])
    const groups = entries.filter((entry) => textOf(entry['type']) === 'ComponentGroup')
    const components = entries.flatMap((entry) =>
      groups.includes(entry)
        ? objectsOf(entry['components']).map((member) => readComponent(member, textOf(entry['name'])))
        : [readComponent(entry, null)],
    )
    const read = (list: string, kind: 'incident' | 'maintenance') =>
      readEntries(listOf(page[list]), list, refusals, (entry) => readEntry(entry, kind))
    const incidents = [...read('incidents', 'incident'), ...read('maintenances', 'maintenance')]
    return statusReport('datadog-page', {
      pageId: textOf(page['id']),
      pageName: textOf(page['name']),
      pageUrl: webLink(textOf(page['pageUrl'])),
      overall: pageState({ stated: null, components, incidents }),
      components,
      incidents,
      groups: groups.map((group) => textOf(group['name']) ?? ''),
      refusals,
    })
  },
}

function readComponent(entry: JsonObject, group: string | null): ProviderComponent {
  const name = textOf(entry['name']) ?? ''
  const rawState = textOf(entry['status']) ?? ''
  return { externalId: textOf(entry['id']) ?? name, name, group, rawState, state: stateOf(STATES, rawState) }
}

function readEntry(entry: JsonObject, kind: 'incident' | 'maintenance'): ProviderIncident | null {
  const title = textOf(entry['title']) ?? textOf(entry['name'])
  if (title === null) return null
  const rawStatus = textOf(entry['currentStatus']) ?? textOf(entry['status'])
  const startedAt = timeOf(entry['publishedDate']) ?? timeOf(entry['startDate'])
  const timeline = objectsOf(entry['timeline'])
  // What it hit at its worst: by the end every component is operational again.
  const hit = timeline.flatMap((update) =>
    objectsOf(update['componentsAffected']).map((component) => stateOf(STATES, textOf(component['status']))),
  )
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind,
    title,
    rawStatus,
    rawImpact: null,
    impact: kind === 'maintenance' ? 'maintenance' : (worstState(hit) ?? 'unknown'),
    open: entry['resolved'] !== true && rawStatus !== 'resolved' && rawStatus !== 'completed',
    startedAt,
    updatedAt: timeOf(entry['lastModifiedAt']),
    endedAt: timeOf(entry['resolvedDate']) ?? timeOf(entry['completedDate']),
    components: namesOf(entry['componentsAffected']),
    updates: timeline.map((update) => ({
      at: timeOf(update['startedAt']) ?? timeOf(update['createdAt']),
      rawStatus: textOf(update['status']),
      text: plainText(textOf(update['description']) ?? ''),
    })),
    url: null,
  }
}
