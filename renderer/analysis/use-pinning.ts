import type { Analysis } from '../../shared/records/analysis.ts'
import { useClient, useMay } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'

/** Pins the analysis on screen or lets it go, by key. `toggle` is null where there is none or the role forbids it. */
export function usePinning(analysis: Analysis | null, onChanged: (analysis: Analysis) => void) {
  const client = useClient()
  const mayChange = useMay('operator')
  const pinning = useAction(async ({ id, name, ticketId, pinned }: Analysis) => {
    onChanged(await client.analyses.change({ analysisId: id, name, ticketId, pinned: !pinned }))
  })
  return {
    toggle: analysis !== null && mayChange ? () => void pinning.run(analysis) : null,
    error: pinning.error,
  }
}
