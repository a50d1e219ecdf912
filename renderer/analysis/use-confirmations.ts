import { useMemo } from 'react'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

export interface Confirmations {
  readonly error: unknown
  /** Newest first. */
  readonly of: (findingId: string) => readonly FixConfirmation[]
  /** The newest of each finding. */
  readonly last: ReadonlyMap<string, FixConfirmation>
  readonly reload: () => void
}

/** How the findings of an analysis fared on fresh records. */
export function useConfirmations(analysisId: string | null): Confirmations {
  const client = useClient()
  const { data, error, reload } = useQuery(
    analysisId === null ? null : `confirmations ${analysisId}`,
    (signal) => client.analyses.confirmations({ analysisId: analysisId ?? '' }, { signal }),
  )
  return useMemo(() => {
    const byFinding = Map.groupBy(data ?? [], ({ findingId }) => findingId)
    const last = new Map(
      Array.from(byFinding).flatMap(([id, [newest]]) =>
        newest === undefined ? [] : [[id, newest] as const],
      ),
    )
    return { error, of: (findingId) => byFinding.get(findingId) ?? [], last, reload }
  }, [data, error, reload])
}
