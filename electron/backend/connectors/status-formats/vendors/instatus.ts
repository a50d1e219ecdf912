import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
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
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import {
  readEntries,
  statusReport,
  type JsonFormat,
  type RecordRefusal,
  type StatusReport,
} from '../status-format.ts'
import { webLink } from '../text/web-link.ts'

const PAGE: StateTable = { UP: 'operational', HASISSUES: 'degraded', UNDERMAINTENANCE: 'maintenance' }
const COMPONENTS: StateTable = {
  OPERATIONAL: 'operational',
  UNDERMAINTENANCE: 'maintenance',
  DEGRADEDPERFORMANCE: 'degraded',
  MINOROUTAGE: 'partial-outage',
  PARTIALOUTAGE: 'partial-outage',
  MAJOROUTAGE: 'major-outage',
}
const CLOSED = ['RESOLVED', 'COMPLETED']

/**
 * Instatus: a summary (lists absent while healthy) and a component list. Every unknown path of such a page answers
 * 200, so it is recognised by its words, not by its keys: others use the same keys.
 */
export const instatus: JsonFormat = {
  id: 'instatus',
  label: 'Instatus',
  endpoints: (page) => [new URL('/summary.json', page).href],
  companions: {
    addresses: (endpoint) =>
      endpoint.pathname.endsWith('/summary.json') ? [new URL('/v2/components.json', endpoint).href] : [],
    changeAlone: true,
  },
  recognises: (json) => {
    if (!isObject(json)) return false
    const pageWord = textOf(objectOf(json['page'])['status'])
    if (pageWord !== null) return Object.hasOwn(PAGE, pageWord)
    const words = objectsOf(json['components']).map((component) => textOf(component['status']) ?? '')
    return words.length > 0 && words.every((word) => Object.hasOwn(COMPONENTS, word))
  },
  read: (json) => {
    const document = objectOf(json)
    return isObject(document['page']) ? readSummary(document, document['page']) : readComponents(document)
  },
}

function readSummary(document: JsonObject, page: JsonObject): StatusReport {
  const refusals: RecordRefusal[] = []
  const incidents = readEntries(listOf(document['activeIncidents']), 'activeIncidents', refusals, (entry) =>
    readEntry(entry, 'incident'),
  )
  const maintenances = readEntries(
    listOf(document['activeMaintenances']),
    'activeMaintenances',
    refusals,
    (entry) => readEntry(entry, 'maintenance'),
  )
  const overallRaw = textOf(page['status'])
  return statusReport('instatus', {
    pageId: textOf(page['id']) ?? textOf(page['url']) ?? textOf(page['name']),
    pageName: textOf(page['name']),
    pageUrl: webLink(textOf(page['url'])),
    overallRaw,
    overall: pageState({
      stated: stateOf(PAGE, overallRaw),
      incidents,
      maintenanceUnderWay: maintenances.some((entry) => entry.rawStatus === 'INPROGRESS'),
    }),
    incidents: [...incidents, ...maintenances],
    refusals,
  })
}

/** A group is a component that another one refers to. */
function readComponents(document: JsonObject): StatusReport {
  const refusals: RecordRefusal[] = []
  const entries = objectsOf(document['components'])
  const groupOf = (entry: JsonObject): JsonObject => objectOf(entry['group'])
  const names = new Map(entries.map((entry) => [textOf(entry['id']), textOf(entry['name'])] as const))
  const groupIds = new Set(entries.map((entry) => textOf(groupOf(entry)['id'])).filter((id) => id !== null))
  const members = entries.filter((entry) => !groupIds.has(textOf(entry['id']) ?? ''))
  const components = readEntries(members, 'components', refusals, (entry) => {
    const name = textOf(entry['name'])
    if (name === null) return null
    const rawState = textOf(entry['status']) ?? ''
    const group = textOf(groupOf(entry)['name']) ?? names.get(textOf(groupOf(entry)['id'])) ?? null
    const externalId = textOf(entry['id']) ?? name
    return { externalId, name, group, rawState, state: stateOf(COMPONENTS, rawState) }
  })
  // In the third version the incidents stand inside the components they hit, each as often as it hits one.
  const inline = readEntries(
    members.flatMap((entry) => listOf(entry['activeIncidents'])),
    'components.activeIncidents',
    refusals,
    (entry) => readEntry(entry, 'incident'),
  )
  const incidents = [...new Map(inline.map((incident) => [incident.externalId, incident])).values()]
  return statusReport('instatus', {
    overall: pageState({ stated: null, components, incidents }),
    components,
    incidents,
    groups: [...groupIds].map((id) => names.get(id) ?? id),
    refusals,
  })
}

function readEntry(entry: JsonObject, kind: 'incident' | 'maintenance'): ProviderIncident | null {
  const title = textOf(entry['name'])
  if (title === null) return null
  const rawStatus = textOf(entry['status'])
  const rawImpact = textOf(entry['impact'])
  const startedAt = timeOf(entry['started']) ?? timeOf(entry['start'])
  const minutes = Number(textOf(entry['duration']) ?? Number.NaN)
  const plannedEnd = startedAt === null || Number.isNaN(minutes) ? null : startedAt + minutes * 60_000
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind,
    title,
    rawStatus,
    rawImpact,
    impact: kind === 'maintenance' ? 'maintenance' : stateOf(COMPONENTS, rawImpact),
    open: !CLOSED.includes(rawStatus ?? ''),
    startedAt,
    updatedAt: timeOf(entry['updatedAt']),
    endedAt: timeOf(entry['resolved']) ?? (kind === 'maintenance' ? plannedEnd : null),
    components: namesOf(entry['components']),
    updates: [],
    url: webLink(textOf(entry['url'])),
  }
}
