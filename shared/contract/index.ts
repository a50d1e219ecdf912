import type { ContractRouterClient } from '@orpc/contract'
import { accessContract } from './access.ts'
import { alertsContract } from './alerts.ts'
import { appContract } from './app.ts'
import { boardContract } from './board.ts'
import { settingsContract } from './settings.ts'
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
  alerts: alertsContract,
  access: accessContract,
}

/** What a page holds: one typed function per operation. */
export type MeridianClient = ContractRouterClient<typeof contract>
