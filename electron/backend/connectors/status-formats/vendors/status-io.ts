import type { ProviderComponent, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { SERVICE_STATE_ORDER } from '../../../../../shared/records/status-page.ts'
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
  type Facts,
  type JsonFormat,
  type RecordRefusal,
} from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'

const CODES: StateTable = {
  '100': 'operational',
  '200': 'maintenance',
  '300': 'degraded',
  '400': 'partial-outage',
  '500': 'major-outage',
  // A security event hides what is down; it is never less than that.
  '600': 'major-outage',
}
/** Messages say it in words, which a page may have renamed. */
const WORDS: StateTable = {
  Operational: 'operational',
  'Planned Maintenance': 'maintenance',
  'Degraded Performance': 'degraded',
  'Minor Service Outage': 'degraded',
  'Partial Service Disruption': 'partial-outage',
  'Service Disruption': 'major-outage',
  'Security Event': 'major-outage',
}
/** An incident's stage: 100 investigating, 200 identified, 300 monitoring, 400 resolved, or its word. */
const RESOLVED: readonly string[] = ['400', 'resolved']
const API = 'https://api.status.io/1.0/status/'

/**
 * Status.io: the answer names no page. Its page id is not the host name, so the address must be the API's own; the
 * state of a component may stand only in its containers.
 */
export const statusIo: JsonFormat = {
  id: 'status-io',
  label: 'Status.io',
  endpoints: (page) => (page.href.startsWith(API) ? [page.href] : []),
  recognises: (json) => isObject(json) && isObject(objectOf(json['result'])['status_overall']),
  read: (json, url) => {
    const result = objectOf(objectOf(json)['result'])
    const refusals: RecordRefusal[] = []
    const overall = objectOf(result['status_overall'])
    const components = readEntries(listOf(result['status']), 'status', refusals, readComponent)
    const incidents = readEntries(listOf(result['incidents']), 'incidents', refusals, (entry) =>
      readEntry(entry, 'incident', null),
    )
    const planned = objectOf(result['maintenance'])
    const maintenances = ['active', 'upcoming'].flatMap((phase) =>
      readEntries(listOf(planned[phase]), `maintenance.${phase}`, refusals, (entry) =>
        readEntry(entry, 'maintenance', phase),
      ),
    )
    const overallRaw = textOf(overall['status_code'])
    const containers = objectsOf(result['status']).flatMap((entry) => objectsOf(entry['containers']))
    return statusReport('status-io', {
      pageId: url?.startsWith(API) === true ? url.slice(API.length) : null,
      overallRaw,
      overallDescription: textOf(overall['status']),
      overall: pageState({
        stated: stateOf(CODES, overallRaw),
        components,
        incidents,
        maintenanceUnderWay: listOf(planned['active']).length > 0,
      }),
      pageUpdatedAt: timeOf(overall['updated']),
      components,
      incidents: [...incidents, ...maintenances],
      facts: { containerCount: containers.length },
      incidentFacts: Object.fromEntries(
        maintenances.map((entry): [string, Facts] => [entry.externalId, { phase: entry.rawStatus }]),
      ),
      refusals,
    })
  },
}

function readComponent(entry: JsonObject): ProviderComponent | null {
  const name = textOf(entry['name'])
  if (name === null) return null
  const rawState = textOf(entry['status_code']) ?? worstCode(objectsOf(entry['containers'])) ?? ''
  return {
    externalId: textOf(entry['id']) ?? name,
    name,
    group: null,
    rawState,
    state: stateOf(CODES, rawState),
  }
}

function worstCode(containers: readonly JsonObject[]): string | null {
  const codes = containers
    .map((container) => textOf(container['status_code']))
    .filter((code) => code !== null)
  const rank = (code: string): number => SERVICE_STATE_ORDER.indexOf(stateOf(CODES, code))
  return codes.sort((left, right) => rank(right) - rank(left))[0] ?? null
}

function readEntry(
  entry: JsonObject,
  kind: 'incident' | 'maintenance',
  phase: string | null,
): ProviderIncident | null {
  const title = textOf(entry['name'])
  if (title === null) return null
  const updates = objectsOf(entry['messages'])
    .map((message) => ({
      at: timeOf(message['datetime']),
      rawStatus: textOf(message['state']),
      text: plainText(textOf(message['details']) ?? ''),
    }))
    .sort((left, right) => (right.at ?? 0) - (left.at ?? 0))
  const opened = timeOf(entry['datetime_open'])
  const startedAt = kind === 'maintenance' ? (timeOf(entry['datetime_planned_start']) ?? opened) : opened
  const rawStatus = phase ?? updates[0]?.rawStatus ?? textOf(entry['status_code'])
  const rawImpact = textOf(objectsOf(entry['messages'])[0]?.['status'])
  return {
    externalId: textOf(entry['_id']) ?? textOf(entry['id']) ?? madeId(title, startedAt),
    kind,
    title,
    rawStatus,
    rawImpact,
    impact: kind === 'maintenance' ? 'maintenance' : stateOf({ ...CODES, ...WORDS }, rawImpact),
    open: textOf(entry['datetime_resolved']) === null && !RESOLVED.includes(rawStatus ?? ''),
    startedAt,
    updatedAt: updates[0]?.at ?? null,
    endedAt: timeOf(entry['datetime_resolved']) ?? timeOf(entry['datetime_planned_end']),
    components: namesOf(entry['components_affected']),
    updates,
    url: null,
  }
}
