import { useMemo } from 'react'
import type { DeskForecast } from '../../shared/contract/shifts.ts'
import { useLive } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { aheadOf } from './watches.ts'

/** The cases that breach on a desk's watch (`watches.ts`) within 24 hours; null where no watch is chosen. */
export function useWatchCases(watch: string | null): ReadonlySet<string> | null {
  const { byKey } = useLive('forecast')
  const breaches = (watch === null ? undefined : byKey.get(watch)?.breaches) ?? NONE
  const from = useTicking((now) => aheadOf(breaches, now).from)
  const to = useTicking((now) => aheadOf(breaches, now).to)
  return useMemo(
    () => (watch === null ? null : new Set(breaches.slice(from, to).map(({ ticketId }) => ticketId))),
    [watch, breaches, from, to],
  )
}

const NONE: DeskForecast['breaches'] = []
