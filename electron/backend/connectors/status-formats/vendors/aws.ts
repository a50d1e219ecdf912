import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, objectOf, objectsOf, textOf, type JsonObject } from '../json/fields.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import {
  readEntries,
  statusReport,
  type Facts,
  type JsonFormat,
  type RecordRefusal,
} from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { readEpochSeconds } from '../text/read-date.ts'

/** 0 over, 1 informational, 2 degraded, 3 disrupted; a string in one place and a number in another. */
const STATUSES: StateTable = {
  '0': 'operational',
  '1': 'degraded',
  '2': 'partial-outage',
  '3': 'major-outage',
}
const CURRENT_EVENTS = 'https://health.aws.amazon.com/public/currentevents'

/** AWS public health events; the answer comes as UTF-16BE. An empty list means that nothing is wrong. */
export const aws: JsonFormat = {
  id: 'aws-currentevents',
  label: 'AWS',
  endpoints: (page) => (page.hostname === 'health.aws.amazon.com' ? [CURRENT_EVENTS] : []),
  recognises: (json, url) => {
    if (!Array.isArray(json)) return false
    const first = objectsOf(json)[0]
    if (first === undefined) return json.length === 0 && url?.includes('/public/currentevents') === true
    return textOf(first['arn']) !== null && ('event_log' in first || 'impacted_services' in first)
  },
  read: (json) => {
    const refusals: RecordRefusal[] = []
    const entries = Array.isArray(json) ? json : []
    const incidents = readEntries(entries, 'events', refusals, readEvent)
    const facts = objectsOf(entries).map((entry) => [textOf(entry['arn']) ?? '', factsOf(entry)] as const)
    return statusReport('aws-currentevents', {
      overall: pageState({ stated: 'operational', incidents }),
      incidents,
      incidentFacts: Object.fromEntries(facts),
      refusals,
    })
  },
}

function readEvent(entry: JsonObject): ProviderIncident | null {
  const externalId = textOf(entry['arn'])
  const title = textOf(entry['summary']) ?? textOf(entry['service_name'])
  if (externalId === null || title === null) return null
  const rawStatus = textOf(entry['status'])
  const updates = objectsOf(entry['event_log']).map((update) => ({
    at: readEpochSeconds(update['timestamp']),
    rawStatus: textOf(update['status']),
    text: plainText(textOf(update['message']) ?? textOf(update['summary']) ?? ''),
  }))
  const startedAt = readEpochSeconds(entry['date'])
  const moments = updates.map((update) => update.at).filter((at) => at !== null)
  const updatedAt = moments.length === 0 ? startedAt : Math.max(...moments)
  const open = rawStatus === null ? null : rawStatus !== '0'
  return {
    externalId,
    kind: 'incident',
    title,
    rawStatus,
    rawImpact: rawStatus,
    impact: stateOf(STATUSES, rawStatus),
    open,
    startedAt,
    updatedAt,
    endedAt: open === false ? updatedAt : null,
    components: impactedServices(entry)
      .filter((service) => textOf(service['current']) !== '0')
      .map((service) => textOf(service['service_name']))
      .filter((name) => name !== null),
    updates,
    url: null,
  }
}

function impactedServices(entry: JsonObject): readonly JsonObject[] {
  return Object.values(objectOf(entry['impacted_services'])).filter(isObject)
}

function factsOf(entry: JsonObject): Facts {
  const services = impactedServices(entry)
  const recovered = services.filter((service) => textOf(service['current']) === '0').length
  return {
    region: textOf(entry['region_name']),
    service: textOf(entry['service']),
    impactedServices: services.length,
    impactedNow: services.length - recovered,
    recovered,
  }
}
