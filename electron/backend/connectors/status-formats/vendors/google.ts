import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { namesOf, objectOf, objectsOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import {
  readEntries,
  statusReport,
  type Facts,
  type JsonFormat,
  type RecordRefusal,
} from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const IMPACTS: StateTable = {
  AVAILABLE: 'operational',
  SERVICE_INFORMATION: 'unknown',
  SERVICE_DISRUPTION: 'partial-outage',
  SERVICE_OUTAGE: 'major-outage',
}
const CLOUD = 'https://status.cloud.google.com/'
const WORKSPACE = 'https://www.google.com/appsstatus/dashboard/'

/** Google Cloud and Workspace: a bare list of incidents, the closed ones included. */
export const google: JsonFormat = {
  id: 'google-incidents',
  label: 'Google Cloud or Workspace',
  endpoints: (page) => {
    if (page.hostname === 'status.cloud.google.com') return [new URL('incidents.json', CLOUD).href]
    if (page.pathname.startsWith('/appsstatus/')) return [new URL('incidents.json', WORKSPACE).href]
    return []
  },
  recognises: (json) => {
    const first = objectsOf(json)[0]
    return first !== undefined && 'external_desc' in first && 'begin' in first
  },
  read: (json, url) => {
    const refusals: RecordRefusal[] = []
    const entries = Array.isArray(json) ? json : []
    const base = url?.includes('/appsstatus/') === true ? WORKSPACE : CLOUD
    const incidents = readEntries(entries, 'incidents', refusals, (entry) => readIncident(entry, base))
    const facts = objectsOf(entries).map((entry) => [textOf(entry['id']) ?? '', factsOf(entry)] as const)
    return statusReport('google-incidents', {
      // A list without an open incident is this page's way of saying that all is well.
      overall: pageState({ stated: 'operational', incidents }),
      incidents,
      incidentFacts: Object.fromEntries(facts),
      refusals,
    })
  },
}

function readIncident(entry: JsonObject, base: string): ProviderIncident | null {
  const title = textOf(entry['external_desc'])
  const externalId = textOf(entry['id']) ?? textOf(entry['number'])
  if (title === null || externalId === null) return null
  const rawImpact = textOf(entry['status_impact'])
  // The impact stays at "disruption" for ever: only `end` says that it is over.
  const endedAt = timeOf(entry['end'])
  const products = namesOf(entry['affected_products'])
  const service = textOf(entry['service_name'])
  return {
    externalId,
    kind: 'incident',
    title: plainText(title),
    rawStatus: textOf(objectOf(entry['most_recent_update'])['status']),
    rawImpact,
    impact: stateOf(IMPACTS, rawImpact),
    open: textOf(entry['end']) === null,
    startedAt: timeOf(entry['begin']),
    updatedAt: timeOf(entry['modified']),
    endedAt,
    components: products.length > 0 || service === null ? products : [service],
    updates: objectsOf(entry['updates']).map((update) => ({
      at: timeOf(update['when']) ?? timeOf(update['created']),
      rawStatus: textOf(update['status']),
      text: plainText(textOf(update['text']) ?? ''),
    })),
    url: webLink(textOf(entry['uri']), base),
  }
}

function factsOf(entry: JsonObject): Facts {
  return {
    severity: textOf(entry['severity']),
    number: textOf(entry['number']),
    service: textOf(entry['service_name']),
    locations: namesOf(entry['currently_affected_locations']),
  }
}
