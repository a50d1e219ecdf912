import type { ContractRouterClient } from '@orpc/contract'
import { accessContract } from './access.ts'
import { alertsContract } from './alerts.ts'
import { analysesContract } from './analyses.ts'
import { appContract } from './app.ts'
import { attainmentContract } from './attainment.ts'
import { boardContract } from './board.ts'
import { escalationsContract } from './escalations.ts'
import { incidentReportsContract } from './incident-reports.ts'
import { policiesContract } from './policies.ts'
import { recordsContract } from './records.ts'
import { settingsContract } from './settings.ts'
import { shiftsContract } from './shifts.ts'
import { sourcesContract } from './sources.ts'
import { statusContract } from './status.ts'
import { ticketsContract } from './tickets.ts'

/**
 * The whole boundary between a page and the backend, on one screen. It is implemented once
 * (electron/backend/api) and served over MessagePort, WebSocket and HTTP.
 */
export const contract = {
  app: appContract,
  board: boardContract,
  tickets: ticketsContract,
  status: statusContract,
  sources: sourcesContract,
  settings: settingsContract,
  policies: policiesContract,
  alerts: alertsContract,
  escalations: escalationsContract,
  shifts: shiftsContract,
  attainment: attainmentContract,
  records: recordsContract,
  analyses: analysesContract,
  incidentReports: incidentReportsContract,
  access: accessContract,
}

/** What a page holds: one typed function per operation. */
export type MeridianClient = ContractRouterClient<typeof contract>
