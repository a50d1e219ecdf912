import { isObject, objectOf, textOf } from '../json/fields.ts'
import type { StateTable } from '../service-states.ts'
import type { JsonFormat } from '../status-format.ts'
import { readStatuspage } from './statuspage.ts'

/** No "critical" here, so "major" is the worst there is. */
const INDICATORS: StateTable = {
  none: 'operational',
  maintenance: 'maintenance',
  minor: 'degraded',
  major: 'major-outage',
}

/** Rootly copied Statuspage's shape without page ids. */
export const rootly: JsonFormat = {
  id: 'rootly-v1',
  label: 'Rootly',
  endpoints: (page) => [new URL('/api/v1/status.json', page).href],
  recognises: (json) =>
    isObject(json) &&
    isObject(json['page']) &&
    textOf(json['page']['id']) === null &&
    isObject(json['status']) &&
    textOf(json['status']['indicator']) !== null,
  read: (json) => readStatuspage('rootly-v1', objectOf(json), INDICATORS),
}
