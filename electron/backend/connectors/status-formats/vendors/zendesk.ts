import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, listOf, objectOf, objectsOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'

const IMPACTS: StateTable = {
  maintenance: 'maintenance',
  minor: 'degraded',
  major: 'partial-outage',
  critical: 'major-outage',
}

/** Zendesk's status page: JSON:API incidents, the services they hit in `included`. */
export const zendesk: JsonFormat = {
  id: 'zendesk-ssp',
  label: 'Zendesk',
  endpoints: (page) =>
    page.hostname === 'status.zendesk.com' ? [new URL('/api/ssp/incidents/active', page).href] : [],
  recognises: (json) => {
    const first = objectsOf(objectOf(json)['data'])[0]
    return first !== undefined && first['type'] === 'incident' && isObject(first['attributes'])
  },
  read: (json) => {
    const document = objectOf(json)
    const services = serviceNames(document)
    const refusals: RecordRefusal[] = []
    const incidents = readEntries(listOf(document['data']), 'data', refusals, (entry) =>
      readIncident(entry, services),
    )
    return statusReport('zendesk-ssp', {
      overall: pageState({ stated: null, incidents }),
      incidents,
      refusals,
    })
  },
}

function serviceNames(document: JsonObject): Map<string, string> {
  const services = objectsOf(document['included']).map((entry) => {
    const name = textOf(objectOf(entry['attributes'])['serviceName'])
    return [textOf(entry['id']) ?? '', name ?? ''] as const
  })
  return new Map(services)
}

function readIncident(entry: JsonObject, services: ReadonlyMap<string, string>): ProviderIncident | null {
  const attributes = objectOf(entry['attributes'])
  const title = textOf(attributes['name'])
  if (title === null) return null
  const rawStatus = textOf(attributes['status'])
  const rawImpact = textOf(attributes['impact'])
  const startedAt = timeOf(attributes['startedAt'])
  const endedAt = timeOf(attributes['resolvedAt'])
  const related = objectOf(objectOf(entry['relationships'])['incidentServices'])
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind: 'incident',
    title,
    rawStatus,
    rawImpact,
    impact: stateOf(IMPACTS, rawImpact),
    open: rawStatus !== 'resolved' && endedAt === null,
    startedAt,
    updatedAt: timeOf(attributes['updatedAt']) ?? endedAt,
    endedAt,
    components: objectsOf(related['data'])
      .map((service) => services.get(textOf(service['id']) ?? '') ?? '')
      .filter((name) => name !== ''),
    updates: [],
    url: null,
  }
}
