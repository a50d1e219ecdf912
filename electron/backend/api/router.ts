import type { Demo } from '../../../shared/contract/app.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import type { Revocations } from '../access/revocations.ts'
import type { Analyser } from '../analysis/analyser.ts'
import type { RecordFolders } from '../records/record-folders.ts'
import type { RecordSets } from '../records/record-sets.ts'
import type { Uploads } from '../uploads/uploads.ts'
import type { LiveSources } from '../live/live-sources.ts'
import type { BoardModel } from '../sla/board-model.ts'
import type { LiveForecast } from '../sla/live-forecast.ts'
import type { PolicyLibrary } from '../sla/policy-library.ts'
import type { StandingAlerts } from '../sla/standing-alerts.ts'
import type { TicketClocks } from '../sla/ticket-clocks.ts'
import type { Store } from '../store/store.ts'
import { implementAccess } from './access.ts'
import { implementAlerts } from './alerts.ts'
import { implementAnalyses } from './analyses.ts'
import { implementApp } from './app.ts'
import { implementAttainment } from './attainment.ts'
import { implementBoard } from './board.ts'
import { implementEscalations } from './escalations.ts'
import { createImplementation, type MeridianRouter } from './implementation.ts'
import { implementIncidentReports } from './incident-reports.ts'
import { implementPolicies } from './policies.ts'
import type { PreviewMeans } from './preview-source.ts'
import { implementRecords } from './records.ts'
import { implementSettings } from './settings.ts'
import { implementShifts } from './shifts.ts'
import { implementSources, type SourceParts } from './sources.ts'
import { implementStatus } from './status.ts'
import { implementTicketFiles, type TicketFileParts } from './ticket-files.ts'
import { implementTickets } from './tickets.ts'

export type { MeridianRouter } from './implementation.ts'

export interface RouterParts
  extends PreviewMeans, Pick<SourceParts, 'connectors' | 'saveSource' | 'removeSource' | 'syncNow'> {
  readonly version: string
  readonly demo: Demo | null
  readonly store: Store
  readonly ticketsImported: TicketFileParts['ticketsImported']
  readonly revocations: Revocations
  readonly policies: PolicyLibrary
  readonly publicHolidays: PublicHolidays
  readonly clocks: TicketClocks
  readonly board: BoardModel
  readonly standing: StandingAlerts
  readonly forecast: LiveForecast
  readonly liveSources: LiveSources
  readonly recordSets: RecordSets
  readonly uploads: Uploads
  readonly folders: RecordFolders
  readonly analyser: Analyser
  /** A fix of the ticket was tried: its row follows. */
  readonly fixTried: (ticketId: string) => void
  /** Everything derived follows the new settings. */
  readonly settingsChanged: () => void
}

/** The contract, implemented: one file beside this one per subject. */
export function createRouter(parts: RouterParts): MeridianRouter {
  const { store, now, log, board, liveSources } = parts
  const implementation = createImplementation(log)
  const ofLiveRows = createImplementation(log, { checksOutput: false })
  return {
    app: implementApp(implementation, { ...parts, sources: store.sources }),
    board: implementBoard(ofLiveRows, board.rows, now),
    tickets: {
      ...implementTickets(implementation, { ...parts, tickets: store.tickets, keys: store.keys }),
      ...implementTicketFiles(implementation, parts),
    },
    status: implementStatus(ofLiveRows, liveSources.pages),
    sources: implementSources(implementation, {
      ...parts,
      sources: store.sources,
      live: liveSources.sources,
    }),
    settings: implementSettings(implementation, {
      settings: store.settings,
      policies: parts.policies,
      settingsChanged: parts.settingsChanged,
    }),
    policies: implementPolicies(implementation, {
      ...parts,
      settings: store.settings,
      tickets: store.tickets,
    }),
    alerts: implementAlerts(ofLiveRows, {
      standing: parts.standing,
      store: store.alerts,
      desks: () => store.settings.get().desks,
      now,
    }),
    escalations: implementEscalations(implementation, {
      tickets: store.tickets,
      escalations: store.escalations,
      settings: store.settings,
      policies: parts.policies,
      clocks: parts.clocks,
      ticketChanged: (ticketId) => board.ticketsChanged([ticketId]),
      now,
    }),
    shifts: implementShifts(ofLiveRows, parts.forecast.forecasts),
    // Not live, but like live rows ours, typed and many: a year of some hundred customers.
    attainment: implementAttainment(ofLiveRows, {
      ...parts,
      tickets: store.tickets,
      settings: () => store.settings.get(),
    }),
    records: implementRecords(implementation, {
      ...parts,
      recordSettings: store.recordSettings,
      tickets: store.tickets,
    }),
    // Findings are ours, typed and large; a search sends them several times.
    analyses: implementAnalyses(ofLiveRows, {
      ...parts,
      analyses: store.analyses,
      confirmations: store.confirmations,
      tickets: store.tickets,
    }),
    incidentReports: implementIncidentReports(implementation, {
      reports: store.reports,
      analyses: store.analyses,
      tickets: store.tickets,
      now,
    }),
    access: implementAccess(implementation, { access: store.access, revocations: parts.revocations, now }),
  }
}
