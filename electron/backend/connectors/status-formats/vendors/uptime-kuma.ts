import type { ProviderComponent, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { SourceFault } from '../../source-fault.ts'
import { isObject, listOf, objectOf, objectsOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { statusReport, type Facts, type JsonFormat, type StatusReport } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'

/** 2 is "pending": retrying, neither up nor down. */
const BEATS: StateTable = { '0': 'major-outage', '1': 'operational', '3': 'maintenance' }
const BEAT_WORDS: Readonly<Record<string, string>> = {
  '0': 'down',
  '1': 'up',
  '2': 'pending',
  '3': 'maintenance',
}

/**
 * Uptime Kuma: names in one document, heart beats in another, joined by monitor id. A wrong slug answers with an
 * empty page, which looks like a quiet one: a page without monitors is therefore refused.
 */
export const uptimeKuma: JsonFormat = {
  id: 'uptime-kuma',
  label: 'Uptime Kuma',
  endpoints: (page) => {
    const slug = /\/status(?:-page)?\/([\w-]+)/.exec(page.pathname)?.[1] ?? 'default'
    return [new URL(`/api/status-page/${slug}`, page).href]
  },
  companions: {
    addresses: (endpoint) => [endpoint.href.replace('/api/status-page/', '/api/status-page/heartbeat/')],
    changeAlone: true,
  },
  recognises: (json) =>
    isObject(json) && (Array.isArray(json['publicGroupList']) || isObject(json['heartbeatList'])),
  read: (json) => {
    const document = objectOf(json)
    return isObject(document['heartbeatList'])
      ? readBeats(document, document['heartbeatList'])
      : readConfig(document)
  },
}

function readConfig(document: JsonObject): StatusReport {
  const config = objectOf(document['config'])
  const groups = objectsOf(document['publicGroupList'])
  const components = groups.flatMap((group) =>
    objectsOf(group['monitorList']).map((monitor) => readMonitor(monitor, textOf(group['name']))),
  )
  if (components.length === 0) throw noMonitors()
  const pinned = isObject(document['incident']) ? [document['incident']] : objectsOf(document['incidents'])
  const maintenances = objectsOf(document['maintenanceList'])
  const incidents = [
    ...pinned.map((entry) => readEntry(entry, 'incident')),
    ...maintenances.map((entry) => readEntry(entry, 'maintenance')),
  ]
  return statusReport('uptime-kuma', {
    pageId: textOf(config['slug']),
    pageName: textOf(config['title']),
    overall: pageState({ stated: null, components, incidents }),
    components,
    incidents,
    groups: groups.map((group) => textOf(group['name']) ?? ''),
    facts: { slug: textOf(config['slug']), monitorIds: components.map((component) => component.externalId) },
  })
}

function noMonitors(): SourceFault {
  const detail = 'this Uptime Kuma page shows no monitors; is its name right?'
  return new SourceFault('not-the-expected-source', detail)
}

function readMonitor(monitor: JsonObject, group: string | null): ProviderComponent {
  const externalId = textOf(monitor['id']) ?? textOf(monitor['name']) ?? ''
  // The state is in the heart beats; until they are read nobody knows it.
  return { externalId, name: textOf(monitor['name']) ?? externalId, group, rawState: '', state: 'unknown' }
}

function readBeats(document: JsonObject, beats: JsonObject): StatusReport {
  if (Object.keys(beats).length === 0) throw noMonitors()
  const latest = Object.entries(beats).map(([id, list]) => [id, objectsOf(list).at(-1)] as const)
  const components = latest.map(([id, beat]) => {
    const rawState = textOf(beat?.['status']) ?? ''
    return { externalId: id, name: id, group: null, rawState, state: stateOf(BEATS, rawState) }
  })
  const uptimes = objectOf(document['uptimeList'])
  const facts = latest.map(([id, beat]): [string, Facts] => {
    const at = timeOf(beat?.['time'])
    const uptime = uptimes[`${id}_24`]
    return [
      id,
      {
        status: BEAT_WORDS[textOf(beat?.['status']) ?? ''] ?? 'unknown',
        lastBeatAt: at === null ? null : new Date(at).toISOString(),
        uptime24h: typeof uptime === 'number' ? uptime : null,
      },
    ]
  })
  return statusReport('uptime-kuma', {
    overall: pageState({ stated: null, components }),
    components,
    componentFacts: Object.fromEntries(facts),
  })
}

function readEntry(entry: JsonObject, kind: 'incident' | 'maintenance'): ProviderIncident {
  const title = textOf(entry['title']) ?? textOf(entry['name']) ?? ''
  const slot = objectsOf(entry['timeslotList'])[0] ?? {}
  const startedAt = timeOf(slot['startDate']) ?? timeOf(entry['createdDate'])
  const content = plainText(textOf(entry['content']) ?? textOf(entry['description']) ?? '')
  const rawStatus = textOf(entry['status'])
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind,
    title,
    rawStatus,
    rawImpact: textOf(entry['style']),
    impact: kind === 'maintenance' ? 'maintenance' : 'unknown',
    // Only what is pinned or planned is published at all.
    open: rawStatus !== 'ended',
    startedAt,
    updatedAt: timeOf(entry['lastUpdatedDate']),
    endedAt: timeOf(slot['endDate']),
    components: listOf(entry['monitorNames'])
      .map(textOf)
      .filter((name) => name !== null),
    updates: content === '' ? [] : [{ at: startedAt, rawStatus, text: content }],
    url: null,
  }
}
