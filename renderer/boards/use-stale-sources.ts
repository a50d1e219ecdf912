import { useMemo } from 'react'
import type { Source } from '../../shared/records/source.ts'
import { useConnection } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { staleSourceIds } from './stale-sources.ts'

/** Sources whose rows are shown as old. Without a connection that is all of them, whatever they last said. */
export function useStaleSources(sources: readonly Source[]): ReadonlySet<string> {
  const isConnected = useConnection().kind === 'connected'
  const ids = useTicking((now) => staleSourceIds(sources, now).join(' '))
  return useMemo(
    () => new Set(isConnected ? ids.split(' ') : sources.map(({ id }) => id)),
    [isConnected, ids, sources],
  )
}
