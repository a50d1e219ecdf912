import type { ProviderComponent, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, objectOf, objectsOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState, stateOf, worstState, type StateTable } from '../service-states.ts'
import { statusReport, type JsonFormat } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const STATES: StateTable = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  downtime: 'major-outage',
}

interface Included {
  readonly id: string
  readonly type: string
  readonly attributes: JsonObject
  readonly relationships: JsonObject
}

/** Better Stack's JSON:API page: sections hold resources, reports are incidents or maintenances. */
export const betterStack: JsonFormat = {
  id: 'better-stack',
  label: 'Better Stack',
  endpoints: (page) => [new URL('/index.json', page).href],
  recognises: (json) =>
    isObject(json) && isObject(json['data']) && textOf(json['data']['type']) === 'status_page',
  read: (json) => {
    const document = objectOf(json)
    const data = objectOf(document['data'])
    const page = objectOf(data['attributes'])
    const included = objectsOf(document['included']).map(readIncluded)
    const ofType = (type: string) => included.filter((entry) => entry.type === type)
    const sections = new Map(
      ofType('status_page_section').map(
        (entry) => [entry.id, textOf(entry.attributes['name']) ?? ''] as const,
      ),
    )
    const resources = ofType('status_page_resource')
    const components = resources.map((entry) => readResource(entry, sections))
    const names = new Map(components.map((component) => [component.externalId, component.name] as const))
    const updates = ofType('status_update')
    const incidents = ofType('status_report').map((entry) => readReport(entry, names, updates))
    const used = new Set(resources.map((entry) => textOf(entry.attributes['status_page_section_id'])))
    const overallRaw = textOf(page['aggregate_state'])
    const domain = textOf(page['custom_domain'])
    return statusReport('better-stack', {
      pageId: textOf(data['id']),
      pageName: textOf(page['company_name']),
      pageUrl: webLink(domain === null ? textOf(page['company_url']) : `https://${domain}`),
      overallRaw,
      overall: pageState({ stated: stateOf(STATES, overallRaw), components, incidents }),
      pageUpdatedAt: timeOf(page['updated_at']),
      components,
      incidents,
      groups: [...sections].filter(([id]) => used.has(id)).map(([, name]) => name),
      facts: { emptySections: [...sections.keys()].filter((id) => !used.has(id)).length },
    })
  },
}

function readIncluded(entry: JsonObject): Included {
  return {
    id: textOf(entry['id']) ?? '',
    type: textOf(entry['type']) ?? '',
    attributes: objectOf(entry['attributes']),
    relationships: objectOf(entry['relationships']),
  }
}

function readResource(entry: Included, sections: ReadonlyMap<string, string>): ProviderComponent {
  const rawState = textOf(entry.attributes['status']) ?? ''
  return {
    externalId: entry.id,
    name: textOf(entry.attributes['public_name']) ?? entry.id,
    // A number here, a string there.
    group: sections.get(textOf(entry.attributes['status_page_section_id']) ?? '') ?? null,
    rawState,
    state: stateOf(STATES, rawState),
  }
}

function readReport(
  entry: Included,
  names: ReadonlyMap<string, string>,
  updates: readonly Included[],
): ProviderIncident {
  const { attributes } = entry
  const kind = textOf(attributes['report_type']) === 'maintenance' ? 'maintenance' : 'incident'
  const rawStatus = textOf(attributes['aggregate_state'])
  const endedAt = timeOf(attributes['ends_at'])
  const own = updates
    .filter((update) => reportOf(update) === entry.id)
    .map((update) => ({
      at: timeOf(update.attributes['published_at']),
      rawStatus: null,
      text: plainText(textOf(update.attributes['message']) ?? ''),
    }))
    .sort((left, right) => (right.at ?? 0) - (left.at ?? 0))
  const affected = objectsOf(attributes['affected_resources'])
  const hit = affected.map((resource) => stateOf(STATES, textOf(resource['status'])))
  const startedAt = timeOf(attributes['starts_at'])
  const title = textOf(attributes['title']) ?? ''
  return {
    externalId: entry.id === '' ? madeId(title, startedAt) : entry.id,
    kind,
    title,
    rawStatus,
    rawImpact: rawStatus,
    impact: kind === 'maintenance' ? 'maintenance' : (worstState(hit) ?? stateOf(STATES, rawStatus)),
    // An incident gets its end when it is over; a maintenance has one from the start.
    open: rawStatus !== 'resolved' && (kind === 'maintenance' || endedAt === null),
    startedAt,
    updatedAt: own[0]?.at ?? null,
    endedAt,
    components: affected
      .map((resource) => names.get(textOf(resource['status_page_resource_id']) ?? ''))
      .filter((name) => name !== undefined),
    updates: own,
    url: null,
  }
}

function reportOf(update: Included): string | null {
  const related = objectOf(objectOf(update.relationships['status_report'])['data'])
  return textOf(related['id']) ?? textOf(update.attributes['status_report_id'])
}
