import { isObject, objectOf, textOf, timeOf } from '../json/fields.ts'
import { pageState, stateOf, type StateTable } from '../service-states.ts'
import { statusReport, type JsonFormat, type RecordRefusal } from '../status-format.ts'
import { webLink } from '../text/web-link.ts'
import { readOngoing } from './incident-io.ts'

const STATES: StateTable = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  maintenance: 'maintenance',
  degraded: 'degraded',
  degraded_performance: 'degraded',
  partial_outage: 'partial-outage',
  major_outage: 'major-outage',
  full_outage: 'major-outage',
}

/** Flashduty's widget: the only format that states its own polling interval and how long it may be believed. */
export const flashduty: JsonFormat = {
  id: 'flashduty-widget',
  label: 'Flashduty',
  endpoints: (page) => [new URL('/api/widget', page).href],
  recognises: (json) =>
    isObject(json) && isObject(json['overall']) && Array.isArray(json['ongoing_incidents']),
  read: (json) => {
    const document = objectOf(json)
    const page = objectOf(document['page'])
    const refusals: RecordRefusal[] = []
    const { incidents, maintenanceUnderWay } = readOngoing(document, STATES, refusals)
    const overallRaw = textOf(objectOf(document['overall'])['status'])
    const pollAfter = seconds(document['poll_after_seconds'])
    return statusReport('flashduty-widget', {
      pageId: textOf(page['url']) ?? textOf(page['name']),
      pageName: textOf(page['name']),
      pageUrl: webLink(textOf(page['url'])),
      overallRaw,
      overall: pageState({ stated: stateOf(STATES, overallRaw), incidents, maintenanceUnderWay }),
      pageUpdatedAt: timeOf(document['generated_at']),
      incidents,
      pollAfterMs: pollAfter === null ? null : pollAfter * 1000,
      facts: {
        pollAfterSeconds: pollAfter,
        maxStaleSeconds: seconds(document['max_stale_seconds']),
        generatedAt: textOf(document['generated_at']),
      },
      refusals,
    })
  },
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && value > 0 && value <= 86_400 ? value : null
}
