import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

const NO_COLUMNS: readonly RecordSetColumn[] = []

/** Columns of a record set; none while they are not known and once the records were forgotten, for analyses outlive them. */
export function useRecordColumns(recordSetId: string | null): readonly RecordSetColumn[] {
  const client = useClient()
  const query = useQuery(recordSetId === null ? null : `record set ${recordSetId}`, (signal) =>
    client.records.get({ recordSetId: recordSetId ?? '' }, { signal }),
  )
  return query.data?.columns ?? NO_COLUMNS
}
