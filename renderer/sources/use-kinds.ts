import type { ConnectorKind } from '../../shared/contract/sources.ts'
import { useClient } from '../app/client.tsx'
import { type Query, useQuery } from '../app/use-query.ts'

/** The connectors this build has; they do not change while it runs. */
export function useKinds(): Query<ConnectorKind[]> {
  const client = useClient()
  return useQuery('source-kinds', (signal) => client.sources.kinds({}, { signal }))
}
