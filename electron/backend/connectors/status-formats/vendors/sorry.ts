import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { isObject, listOf, objectOf, textOf, timeOf, type JsonObject } from '../json/fields.ts'
import { madeId } from '../made-id.ts'
import { pageState } from '../service-states.ts'
import { readEntries, statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'

const CLOSED = ['resolved', 'complete', 'completed', 'retracted']
const UNDER_WAY = ['underway', 'in_progress']

/** Sorry: notices, planned and unplanned, without impact. */
export const sorry: JsonFormat = {
  id: 'sorry',
  label: 'Sorry',
  endpoints: (page) => [new URL('/api/v1/notices', page).href],
  recognises: (json) => isObject(json) && Array.isArray(json['notices']),
  read: (json) => {
    const refusals: RecordRefusal[] = []
    const incidents = readEntries(listOf(objectOf(json)['notices']), 'notices', refusals, readNotice)
    return statusReport('sorry', {
      overall: pageState({
        stated: 'operational',
        incidents,
        maintenanceUnderWay: incidents.some((entry) => UNDER_WAY.includes(entry.rawStatus ?? '')),
      }),
      incidents,
      refusals,
    })
  },
}

function readNotice(entry: JsonObject): ProviderIncident | null {
  const title = textOf(entry['subject'])
  if (title === null) return null
  const rawStatus = textOf(entry['state'])
  const startedAt = timeOf(entry['began_at']) ?? timeOf(entry['begins_at'])
  const latest = objectOf(entry['latest_update'])
  const text = plainText(textOf(latest['content']) ?? '')
  const isPlanned = textOf(entry['type']) === 'planned'
  return {
    externalId: textOf(entry['id']) ?? madeId(title, startedAt),
    kind: isPlanned ? 'maintenance' : 'incident',
    title,
    rawStatus,
    rawImpact: null,
    impact: isPlanned ? 'maintenance' : 'unknown',
    open: rawStatus === null ? null : !CLOSED.includes(rawStatus),
    startedAt,
    updatedAt: timeOf(entry['updated_at']),
    endedAt: timeOf(entry['ended_at']) ?? timeOf(entry['ends_at']),
    components: [],
    updates:
      text === '' ? [] : [{ at: timeOf(latest['created_at']), rawStatus: textOf(latest['state']), text }],
    url: webLink(textOf(entry['url'])),
  }
}
