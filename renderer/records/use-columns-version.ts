import { useMemo } from 'react'
import type { RecordSet } from '../../shared/records/record-set.ts'

/** Changes when what the columns are was put right: what follows from them is asked for anew. */
export function useColumnsVersion(recordSet: RecordSet | null): string {
  return useMemo(
    () => JSON.stringify(recordSet?.columns.map(({ kind, role }) => [kind, role])) ?? '',
    [recordSet],
  )
}
