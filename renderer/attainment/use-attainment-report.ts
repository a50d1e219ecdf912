import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Attainment } from '../../shared/contract/attainment.ts'
import type { Progress } from '../../shared/contract/progress.ts'
import { useClient, useConnection, useHub } from '../app/client.tsx'
import type { Span } from './spans.ts'

export interface AttainmentReport {
  /** The last answer to the present question; kept while it is computed again. */
  readonly report: Attainment | null
  /** When that answer was given, UTC ms. */
  readonly computedAt: number | null
  readonly isWorking: boolean
  readonly isCancelled: boolean
  /** How far it has come; null until the backend says. */
  readonly progress: Progress | null
  readonly error: unknown
  /** Stops the computation under way. */
  readonly cancel: () => void
  readonly computeAgain: () => void
}

interface Answer {
  readonly key: string
  /** Key and round it answers. */
  readonly request: string
  readonly report: Attainment
  readonly computedAt: number
}

/**
 * Months of every contract and customer at once: choosing among them then costs nothing and every figure on the screen
 * comes from the same answer.
 */
export function useAttainmentReport(span: Span, timeZone: string): AttainmentReport {
  const client = useClient()
  const { time } = useHub()
  const isConnected = useConnection().kind === 'connected'
  const [round, setRound] = useState(0)
  const [cancelled, setCancelled] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<{ request: string; error: unknown } | null>(null)
  const [progress, setProgress] = useState<{ request: string; step: Progress } | null>(null)
  const key = `${span.from} ${span.to} ${timeZone}`
  const request = `${round} ${key}`
  const isWanted = isConnected && cancelled !== request && answer?.request !== request

  const ask = useEffectEvent(async (signal: AbortSignal, onProgress: (step: Progress) => void) => {
    const question = { from: span.from, to: span.to, timeZone, policyId: null, customer: null }
    const report = await resultOf(await client.attainment.report(question, { signal }), onProgress)
    return { key, request, report, computedAt: time.now() }
  })

  useEffect(() => {
    if (!isWanted) return undefined
    const controller = new AbortController()
    const { signal } = controller
    function follow(step: Progress): void {
      setProgress({ request, step })
      setFailure(null)
    }
    ask(signal, follow).then(
      (found) => !signal.aborted && setAnswer(found),
      // Whoever stopped it knows already.
      (error: unknown) => !signal.aborted && setFailure({ request, error }),
    )
    return () => controller.abort()
  }, [isWanted, request])

  const cancel = useCallback(() => setCancelled(request), [request])
  const computeAgain = useCallback(() => setRound((count) => count + 1), [])
  const current = answer?.key === key ? answer : null
  const error = failure?.request === request ? failure.error : null
  return {
    report: current?.report ?? null,
    computedAt: current?.computedAt ?? null,
    isWorking: isWanted && error === null,
    isCancelled: cancelled === request,
    progress: progress?.request === request ? progress.step : null,
    error,
    cancel,
    computeAgain,
  }
}

/** Reads the stream to its result. */
async function resultOf(
  stream: AsyncIterable<Progress | Attainment>,
  onProgress: (progress: Progress) => void,
): Promise<Attainment> {
  for await (const step of stream) {
    if (step.kind === 'result') return step
    onProgress(step)
  }
  throw new Error('The report ended without a result.')
}
