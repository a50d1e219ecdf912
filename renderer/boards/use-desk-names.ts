import { useMemo } from 'react'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

/** Names of the duty desks by id; empty until the settings are here. */
export function useDeskNames(): ReadonlyMap<string, string> {
  const client = useClient()
  const settings = useQuery('settings', (signal) => client.settings.get(undefined, { signal }))
  const desks = settings.data?.desks
  return useMemo(() => new Map((desks ?? []).map((desk) => [desk.id, desk.name])), [desks])
}
