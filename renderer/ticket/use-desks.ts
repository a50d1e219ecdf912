import type { Desk } from '../../shared/contract/settings.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

/** The duty desks by id; empty until the settings are here. */
export function useDesks(): ReadonlyMap<string, Desk> {
  const client = useClient()
  const settings = useQuery('settings', (signal) => client.settings.get(undefined, { signal }))
  return new Map((settings.data?.desks ?? []).map((desk) => [desk.id, desk]))
}
