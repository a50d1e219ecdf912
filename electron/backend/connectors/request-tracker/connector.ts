import type { TicketConnector } from '../connector.ts'
import { preview } from './preview.ts'
import { pull } from './pull.ts'
import { requestTrackerConfig, requestTrackerFields, type RequestTrackerConfig } from './settings.ts'
import { sweep } from './sweep.ts'

/** Request Tracker 5 over REST 2.0. */
export const requestTracker: TicketConnector<RequestTrackerConfig> = {
  role: 'tickets',
  kind: 'request-tracker',
  label: 'Request Tracker 5',
  configSchema: requestTrackerConfig,
  fields: requestTrackerFields,
  pull,
  sweep,
  preview,
}
