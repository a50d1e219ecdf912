import type { ProviderComponent, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, listOf, objectOf, objectsOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

/** 0 and 5 are "unknown" in Cachet itself, so they are not in the table. */
const COMPONENTS: StateTable = {
  '1': 'operational',
  '2': 'degraded',
  '3': 'partial-outage',
  '4': 'major-outage',
  '6': 'maintenance',
}
const FIXED = '4'
const SCHEDULE_COMPLETE = '2'
const COMPONENT_KEYS = ['status_name', 'group_id', 'component_group_id', 'order', 'link', 'enabled']
const INCIDENT_KEYS = [
  'is_resolved',
  'latest_status',
  'occurred_at',
  'human_status',
  'latest_human_status',
  'visible',
]

/**
 * Cachet: version 2 under /api/v1 with plain records, version 3 under /api as JSON:API with `status{value,human}`.
 * Components, incidents and schedules are separate lists of twenty; times without a zone are taken as UTC.
 */
export const cachet: JsonFormat = {
  id: 'cachet',
  label: 'Cachet',
  endpoints: (page) => [
    new URL('/api/v1/components?per_page=100', page).href,
    new URL('/api/components?per_page=100', page).href,
  ],
  companions: {
    addresses: (endpoint) =>
      ['incidents', 'schedules'].map((list) => endpoint.href.replace('/components?', `/${list}?`)),
    changeAlone: true,
  },
  recognises: (json) => {
    const first = isObject(json) ? listOf(json['data'])[0] : undefined
    return isObject(first) && listKind(first) !== null
  },
  read: (json) => {
    const document = objectOf(json)
    const entries = listOf(document['data'])
    const refusals: RecordRefusal[] = []
    const kind = objectsOf(entries).map(listKind)[0]
    if (kind !== 'components') {
      const read = kind === 'schedules' ? readSchedule : readIncident
      const incidents = readEntries(entries, 'data', refusals, (entry) => read(recordOf(entry)))
      return statusReport('cachet', { overall: pageState({ stated: null, incidents }), incidents, refusals })
    }
    const groups = groupNames(document)
    const enabled = entries.filter((entry) => !isObject(entry) || recordOf(entry)['enabled'] !== false)
    const components = readEntries(enabled, 'data', refusals, (entry) =>
      readComponent(recordOf(entry), groups),
    )
    return statusReport('cachet', {
      overall: pageState({ stated: null, components }),
      components,
      groups: [...groups.values()],
      facts: { disabled: entries.length - enabled.length },
      refusals,
    })
  },
}

/** Version 3 wraps each record in `attributes`. */
function recordOf(entry: JsonObject): JsonObject {
  return isObject(entry['attributes']) ? { id: entry['id'], ...entry['attributes'] } : entry
}

function listKind(entry: JsonObject): 'components' | 'incidents' | 'schedules' | null {
  const type = textOf(entry['type'])
  if (type === 'components' || type === 'incidents' || type === 'schedules') return type
  const record = recordOf(entry)
  // Incidents of version 2.3 have a scheduled_at too.
  const isIncident = ['is_resolved', 'visible', 'component_id'].some((key) => key in record)
  if ('scheduled_at' in record && !isIncident) return 'schedules'
  if (INCIDENT_KEYS.some((key) => key in record)) return 'incidents'
  const looksLikeComponent = COMPONENT_KEYS.some((key) => key in record) && textOf(record['name']) !== null
  return looksLikeComponent && codeOf(record['status']) !== null ? 'components' : null
}

/** A number, digits, or version 3's { value, human }. */
function codeOf(status: unknown): string | null {
  return isObject(status) ? textOf(status['value']) : textOf(status)
}

/** `occurred_at` in version 2, `occurred{human,string}` in version 3. */
function cachetTime(record: JsonObject, name: string): number | null {
  return timeOf(record[`${name}_at`]) ?? timeOf(objectOf(record[name])['string'])
}

function groupNames(document: JsonObject): Map<string, string> {
  const included = objectsOf(document['included']).filter(
    (entry) => textOf(entry['type']) === 'componentGroups',
  )
  const named = included.map(
    (entry) => [textOf(entry['id']) ?? '', textOf(recordOf(entry)['name']) ?? ''] as const,
  )
  return new Map(named)
}

function readComponent(record: JsonObject, groups: ReadonlyMap<string, string>): ProviderComponent | null {
  const name = textOf(record['name'])
  if (name === null) return null
  const rawState = codeOf(record['status']) ?? ''
  const groupId = textOf(record['group_id']) ?? textOf(record['component_group_id']) ?? ''
  return {
    externalId: textOf(record['id']) ?? name,
    name,
    group: groups.get(groupId) ?? textOf(record['group_name']),
    rawState,
    state: stateOf(COMPONENTS, rawState),
  }
}

function readIncident(record: JsonObject): ProviderIncident | null {
  const title = textOf(record['name'])
  if (title === null) return null
  const rawStatus = codeOf(record['status']) ?? codeOf(record['latest_status'])
  const startedAt = cachetTime(record, 'occurred') ?? cachetTime(record, 'created')
  const updatedAt = cachetTime(record, 'updated')
  const latest = codeOf(record['latest_status']) ?? rawStatus
  const open = record['is_resolved'] !== true && latest !== FIXED
  const updates = objectsOf(record['updates']).map((update) => ({
    at: timeOf(update['created_at']),
    rawStatus: codeOf(update['status']),
    text: plainText(textOf(update['message']) ?? ''),
  }))
  const message = plainText(textOf(record['message']) ?? '')
  return {
    externalId: textOf(record['id']) ?? madeId(title, startedAt),
    kind: 'incident',
    title,
    rawStatus,
    rawImpact: textOf(record['component_status']),
    impact: stateOf(COMPONENTS, textOf(record['component_status'])),
    open,
    startedAt,
    updatedAt,
    endedAt: open ? null : updatedAt,
    components: [],
    updates: [...updates, ...(message === '' ? [] : [{ at: startedAt, rawStatus, text: message }])],
    url: webLink(textOf(record['permalink'])),
  }
}

function readSchedule(record: JsonObject): ProviderIncident | null {
  const title = textOf(record['name'])
  if (title === null) return null
  const rawStatus = codeOf(record['status'])
  const startedAt = cachetTime(record, 'scheduled')
  return {
    externalId: textOf(record['id']) ?? madeId(title, startedAt),
    kind: 'maintenance',
    title,
    rawStatus,
    rawImpact: null,
    impact: 'maintenance',
    open: rawStatus !== SCHEDULE_COMPLETE,
    startedAt,
    updatedAt: cachetTime(record, 'updated'),
    endedAt: cachetTime(record, 'completed'),
    components: [],
    updates: [],
    url: null,
  }
}
