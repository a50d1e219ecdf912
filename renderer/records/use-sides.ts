import type { SidesSummary } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { useColumnsVersion } from './use-columns-version.ts'
import { useSettled } from '../app/use-settled.ts'

/** After the last key, so that a count is not asked for at every letter. */
const SETTLE_MS = 350

export type Sides =
  /** It is not said yet what failing means, or not without fault. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** `isStale`: of the question before, until the present one is answered. */
  | { readonly kind: 'known'; readonly summary: SidesSummary; readonly isStale: boolean }

/** How many fail and how many work by the question as it stands. `isSound`: it has no fault. */
export function useSides(recordSet: RecordSet | null, question: AnalysisQuestion, isSound: boolean): Sides {
  const client = useClient()
  const { definition } = question
  const asked = isSound && recordSet !== null ? JSON.stringify(definition) : null
  // The two settle together: a text that was faulty a moment ago must not be asked about as it was.
  const settled = useSettled(asked, SETTLE_MS)
  const columns = useColumnsVersion(recordSet)
  const query = useQuery(
    settled === null || asked === null || recordSet === null ? null : `sides ${recordSet.id}`,
    async (signal) => {
      const input = { recordSetId: recordSet?.id ?? '', definition }
      return { of: asked, summary: await client.records.sides(input, { signal }) }
    },
    `${settled} ${columns}`,
  )
  if (asked === null) return { kind: 'waiting' }
  if (query.error !== null) return { kind: 'failed', error: query.error }
  if (query.data === undefined) return { kind: 'loading' }
  return {
    kind: 'known',
    summary: query.data.summary,
    isStale: query.isLoading || query.data.of !== asked,
  }
}
