import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import type { TicketRecord } from '../records/ticket.ts'

/** 0 is the most severe of the contract; null without a contract, a severity, or one the contract knows. */
export function severityRank(
  policy: CompiledPolicy | null,
  ticket: Pick<TicketRecord, 'reportedSeverity' | 'assessedSeverity'>,
): number | null {
  const code = ticket.assessedSeverity ?? ticket.reportedSeverity
  return code === null ? null : (policy?.severityRanks.get(code) ?? null)
}
