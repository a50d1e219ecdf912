import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, listOf, objectOf, objectsOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { webLink } from '../text/web-link.ts'

/** status.online: incidents only, no page, no impact. */
export const statusOnline: JsonFormat = {
  id: 'status-online',
  label: 'Status.online',
  endpoints: (page) =>
    page.hostname.endsWith('.status.online') ? [new URL('/api/incidents', page).href] : [],
  recognises: (json) => {
    if (!isObject(json) || isObject(json['page'])) return false
    const first = objectsOf(json['incidents'])[0]
    return first !== undefined && 'started_at' in first && 'resolved_at' in first
  },
  read: (json) => {
    const refusals: RecordRefusal[] = []
    const incidents = readEntries(listOf(objectOf(json)['incidents']), 'incidents', refusals, readIncident)
    return statusReport('status-online', {
      overall: pageState({ stated: 'operational', incidents }),
      incidents,
      refusals,
    })
  },
}

function readIncident(entry: JsonObject): ProviderIncident | null {
  const title = textOf(entry['name'])
  if (title === null) return null
  const rawStatus = textOf(entry['status'])
  const startedAt = timeOf(entry['started_at'])
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind: 'incident',
    title,
    rawStatus,
    rawImpact: null,
    impact: 'unknown',
    open: rawStatus !== 'resolved' && textOf(entry['resolved_at']) === null,
    startedAt,
    updatedAt: timeOf(entry['updated_at']),
    endedAt: timeOf(entry['resolved_at']),
    components: [],
    updates: [],
    url: webLink(textOf(entry['url'])),
  }
}
