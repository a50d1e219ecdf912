import { useState } from 'react'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import type { SourceRole } from '../../shared/records/source.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

export interface DefaultContract {
  /** Contracts to choose from; empty while none has to be chosen here. */
  readonly choices: readonly PolicySummary[]
  readonly chosen: string | null
  choose(policyId: string): void
  /** Makes the chosen contract the hub's default; does nothing where none was chosen. */
  save(): Promise<void>
}

/**
 * Without a contract nothing counts down, so the first ticket source asks for one. Once the hub has a default, it is
 * changed under Settings.
 */
export function useDefaultContract(role: SourceRole, isNew: boolean): DefaultContract {
  const client = useClient()
  const settings = useQuery('settings', (signal) => client.settings.get({}, { signal }))
  const policies = useQuery('policies', (signal) => client.policies.list({}, { signal }))
  const [chosen, setChosen] = useState<string | null>(null)
  const isNeeded = isNew && role === 'tickets' && settings.data?.defaultPolicyId === null

  async function save(): Promise<void> {
    if (!isNeeded || chosen === null) return
    const stored = await client.settings.get({})
    await client.settings.update({ ...stored, defaultPolicyId: chosen })
  }

  return { choices: isNeeded ? (policies.data ?? []) : [], chosen, choose: setChosen, save }
}
