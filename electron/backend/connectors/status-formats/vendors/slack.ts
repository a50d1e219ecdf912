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
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const OVERALL: StateTable = { ok: 'operational', active: 'degraded' }
const TYPES: StateTable = { notice: 'unknown', incident: 'degraded', outage: 'major-outage' }
const MAINTENANCE_WORDS = ['scheduled', 'completed', 'cancelled']
const CLOSED = ['resolved', 'completed', 'cancelled']
const HISTORY_KEYS = ['date_created', 'services', 'status']

/** slack-status.com: `current` is a page with its open incidents, `history` a bare list. */
export const slack: JsonFormat = {
  id: 'slack-v2',
  label: 'Slack',
  endpoints: (page) =>
    page.hostname.endsWith('slack-status.com') ? [new URL('/api/v2.0.0/current', page).href] : [],
  recognises: (json) => {
    if (isObject(json)) {
      const isCurrent = Object.hasOwn(OVERALL, textOf(json['status']) ?? '')
      return isCurrent && (Array.isArray(json['active_incidents']) || 'date_updated' in json)
    }
    const first = objectsOf(json)[0]
    return first !== undefined && HISTORY_KEYS.every((key) => key in first) && 'title' in first
  },
  read: (json) => {
    const refusals: RecordRefusal[] = []
    const page = objectOf(json)
    const entries = Array.isArray(json) ? json : currentIncidents(page)
    const incidents = readEntries(entries, 'active_incidents', refusals, readIncident)
    const overallRaw = textOf(page['status'])
    return statusReport('slack-v2', {
      overallRaw,
      overall: pageState({
        stated: overallRaw === null ? null : stateOf(OVERALL, overallRaw),
        incidents,
      }),
      pageUpdatedAt: timeOf(page['date_updated']),
      incidents,
      refusals,
    })
  },
}

/** Version 1 shows one incident only, as the answer itself. */
function currentIncidents(page: JsonObject): readonly unknown[] {
  if (Array.isArray(page['active_incidents'])) return listOf(page['active_incidents'])
  return textOf(page['title']) === null ? [] : [page]
}

function readIncident(entry: JsonObject): ProviderIncident | null {
  const title = textOf(entry['title'])
  if (title === null) return null
  const rawStatus = textOf(entry['status'])
  const rawImpact = textOf(entry['type'])
  const open = rawStatus === null ? null : !CLOSED.includes(rawStatus)
  const updatedAt = timeOf(entry['date_updated'])
  return {
    externalId: textOf(entry['id']) ?? title,
    kind: MAINTENANCE_WORDS.includes(rawStatus ?? '') ? 'maintenance' : 'incident',
    title,
    rawStatus,
    rawImpact,
    impact: stateOf(TYPES, rawImpact),
    open,
    startedAt: timeOf(entry['date_created']),
    updatedAt,
    endedAt: open === false ? updatedAt : null,
    components: namesOf(entry['services']),
    updates: objectsOf(entry['notes']).map((note) => ({
      at: timeOf(note['date_created']),
      rawStatus: null,
      text: plainText(textOf(note['body']) ?? ''),
    })),
    url: webLink(textOf(entry['url'])),
  }
}
