import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useConnection } from './client.tsx'

export interface Query<T> {
  /** The last answer; kept while a newer one is under way. */
  readonly data: T | undefined
  readonly error: unknown
  /** True until there is an answer or a failure for the present key. */
  readonly isLoading: boolean
  readonly reload: () => void
}

interface Answer<T> {
  key: string
  /** Key, version and round it answers. */
  request: string
  data?: T
  error?: unknown
}

/**
 * Asks once per `key` and again whenever the connection comes back. `key` must name everything `ask` depends on;
 * null asks nothing. A new `version` asks again while the old answer stays on screen.
 */
export function useQuery<T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<T>,
  version: string | number = '',
): Query<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null)
  const [round, setRound] = useState(0)
  const isConnected = useConnection().kind === 'connected'
  const request = key === null ? null : `${round} ${version} ${key}`

  const askNow = useEffectEvent(ask)

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    if (key !== null && request !== null && isConnected) {
      const keep = (next: (held: Answer<T> | null) => Answer<T>) => {
        if (!signal.aborted) setAnswer(next)
      }
      askNow(signal).then(
        (data) => keep(() => ({ key, request, data })),
        (error: unknown) => keep((held) => ({ ...(held?.key === key ? held : {}), key, request, error })),
      )
    }
    return () => controller.abort()
  }, [key, request, isConnected])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  const current = answer?.key === key ? answer : null
  return {
    data: current?.data,
    error: current?.error ?? null,
    isLoading: request !== null && answer?.request !== request,
    reload,
  }
}
