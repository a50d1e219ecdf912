import { Worker } from 'node:worker_threads'
import type { AnalysisJob, AnalysisJobResult, DoJob } from './analysis-job.ts'

/** What the worker says. */
export type WorkerMessage =
  | { readonly kind: 'result'; readonly result: AnalysisJobResult }
  | { readonly kind: 'done' }
  /** The question cannot be answered: a sentence. */
  | { readonly kind: 'refused'; readonly reason: string }

/** More would only wait for each other: a search uses a core. */
const MOST_WORKERS = 2

/** A million rows and thirty columns need some hundred megabytes beside the shared ones. */
const WORKER_HEAP_MB = 2048

/** Jobs in worker threads of their own, so that whoever serves goes on serving. `file` is the worker's program. */
export function jobsInWorkers(file: string): DoJob {
  let running = 0
  const waiting: (() => void)[] = []

  /** Rejects with the signal's reason as soon as it is aborted; no place is held then. */
  async function enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (running < MOST_WORKERS) {
      running += 1
      return
    }
    // Whoever leaves hands over its place.
    const turn = Promise.withResolvers<void>()
    function giveUp(): void {
      const place = waiting.indexOf(turn.resolve)
      if (place < 0) return
      waiting.splice(place, 1)
      turn.reject(signal?.reason)
    }
    waiting.push(turn.resolve)
    signal?.addEventListener('abort', giveUp)
    try {
      await turn.promise
    } finally {
      signal?.removeEventListener('abort', giveUp)
    }
  }

  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return async function* doInWorker(job: AnalysisJob, signal?: AbortSignal) {
    await enter(signal)
    try {
      signal?.throwIfAborted()
      yield* resultsOf(file, job, signal)
    } finally {
      leave()
    }
  }
}

async function* resultsOf(
  file: string,
  job: AnalysisJob,
  signal: AbortSignal | undefined,
): AsyncGenerator<AnalysisJobResult> {
  const worker = new Worker(file, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  })
  const arrived: WorkerMessage[] = []
  let failure: Error | null = null
  let ended = false
  let wake = Promise.withResolvers<void>()
  function tell(change: () => void): void {
    change()
    wake.resolve()
  }
  worker.on('message', (message: WorkerMessage) => tell(() => arrived.push(message)))
  worker.on('error', (error: Error) => tell(() => (failure = error)))
  worker.on('exit', () => tell(() => (ended = true)))
  const stop = () => tell(() => (ended = true))
  signal?.addEventListener('abort', stop)
  try {
    for (;;) {
      const message = arrived.shift()
      if (message === undefined) {
        signal?.throwIfAborted()
        if (failure !== null) throw failure
        if (ended) throw new Error('The worker of an analysis ended without an answer.')
        await wake.promise
        wake = Promise.withResolvers<void>()
      } else if (message.kind === 'result') yield message.result
      else if (message.kind === 'refused') throw new RangeError(message.reason)
      else return
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
