import { useMemo } from 'react'
import { useLive } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { pastCount } from './watches.ts'

/** The cases that breach on a desk's watch (`watches.ts`) as long as they have not; null where no watch is chosen. */
export function useWatchCases(watch: string | null): ReadonlySet<string> | null {
  const { byKey } = useLive('forecast')
  const breaches = watch === null ? undefined : byKey.get(watch)?.breaches
  const past = useTicking((now) => (breaches === undefined ? 0 : pastCount(breaches, now)))
  return useMemo(
    () => (watch === null ? null : new Set(breaches?.slice(past).map(({ ticketId }) => ticketId))),
    [watch, breaches, past],
  )
}
