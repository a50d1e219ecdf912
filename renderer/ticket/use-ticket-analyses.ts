import type { AnalysisSummary } from '../../shared/contract/analyses.ts'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import type { IncidentReport } from '../../shared/records/incident-report.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

export interface TicketAnalyses {
  readonly analyses: readonly AnalysisSummary[]
  /** Newest first. */
  readonly confirmations: readonly FixConfirmation[]
  readonly reports: readonly IncidentReport[]
}

/** What was searched, tried and reported for a ticket; undefined while it is not known. */
export function useTicketAnalyses(ticketId: string, version: number) {
  const client = useClient()
  return useQuery(
    `ticket analyses ${ticketId}`,
    async (signal): Promise<TicketAnalyses> => {
      const [analyses, confirmations, reports] = await Promise.all([
        client.analyses.list({ ticketId }, { signal }),
        client.analyses.confirmations({ ticketId }, { signal }),
        client.incidentReports.list({ ticketId }, { signal }),
      ])
      return { analyses, confirmations, reports }
    },
    version,
  )
}
