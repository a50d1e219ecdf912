import { useMemo } from 'react'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

export interface Contracts {
  /** Its name, or its id where the file is gone but its cases are not. */
  readonly name: (policyId: string) => string
  /** Severity codes, most severe first. */
  readonly severityOrder: (policyId: string) => readonly string[]
}

export function useContracts(): Contracts {
  const client = useClient()
  const { data } = useQuery('policies', (signal) => client.policies.list({}, { signal }))
  return useMemo(() => {
    const byId = new Map((data ?? []).map((policy) => [policy.id, policy]))
    return {
      name: (policyId) => byId.get(policyId)?.name ?? policyId,
      severityOrder: (policyId) => byId.get(policyId)?.severities.map(({ code }) => code) ?? [],
    }
  }, [data])
}
