import type { Analysis } from '../../shared/records/analysis.ts'
import { useClient } from '../app/client.tsx'
import { type Action, useAction } from '../app/use-action.ts'

/** What of an analysis can be changed; its findings never. */
export type ChangeableAnalysis = Pick<Analysis, 'id' | 'name' | 'pinned' | 'ticketId'>

export type AnalysisChange = Partial<Omit<ChangeableAnalysis, 'id'>>

/** Pins, names and attaches one analysis. */
export function useAnalysisChange(
  { id, name, pinned, ticketId }: ChangeableAnalysis,
  onChanged: (analysis: Analysis) => void,
): Action<AnalysisChange> {
  const client = useClient()
  return useAction(async (change: AnalysisChange) => {
    onChanged(await client.analyses.change({ analysisId: id, name, pinned, ticketId, ...change }))
  })
}
