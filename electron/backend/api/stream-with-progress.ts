import type { Progress } from '../../../shared/contract/progress.ts'

type Step<T> = Progress | { readonly kind: 'result'; readonly result: T }

/**
 * Work that tells how far it has come, as a stream: progress, then the result. Whoever stops reading, or whose signal is
 * aborted, stops the work. Progress that nobody was there to read is skipped: only the last counts.
 */
export async function* streamWithProgress<T>(
  signal: AbortSignal | undefined,
  work: (tell: (progress: Omit<Progress, 'kind'>) => void, signal: AbortSignal) => Promise<T>,
): AsyncGenerator<Step<T>> {
  const stop = new AbortController()
  const stopped = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal])
  let progress: Omit<Progress, 'kind'> | null = null
  let wake = Promise.withResolvers<void>()
  let outcome: { readonly result: T } | { readonly error: unknown } | null = null
  function tell(latest: Omit<Progress, 'kind'>): void {
    progress = latest
    wake.resolve()
  }
  const ended = work(tell, stopped).then(
    (result) => (outcome = { result }),
    (error: unknown) => (outcome = { error }),
  )
  void ended.then(() => wake.resolve())
  try {
    for (;;) {
      await wake.promise
      wake = Promise.withResolvers<void>()
      const told = takeProgress()
      if (told !== null) yield { kind: 'progress', done: told.done, total: told.total }
      const end = outcomeNow()
      if (end === null) continue
      if ('error' in end) throw end.error
      yield { kind: 'result', result: end.result }
      return
    }
  } finally {
    stop.abort()
    // Nothing half done may go on behind the back of whoever cancelled.
    await ended
  }

  function takeProgress(): Omit<Progress, 'kind'> | null {
    const taken = progress
    progress = null
    return taken
  }
  function outcomeNow(): typeof outcome {
    return outcome
  }
}
