/** Entry of a worker thread: does one job and ends. What it is given shares its memory with who gave it. */
import { parentPort, workerData } from 'node:worker_threads'
import { doJob, type AnalysisJob } from './analysis-job.ts'
import type { WorkerMessage } from './worker-jobs.ts'

const port = parentPort
if (port === null) throw new Error('This file is run as a worker thread.')

function tell(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  port?.postMessage(message)
}

// Made by `doJobInWorker` of the same program.
const job: AnalysisJob = workerData
try {
  for (const result of doJob(job)) if (result !== null) tell({ kind: 'result', result })
  tell({ kind: 'done' })
} catch (error) {
  if (!(error instanceof RangeError)) throw error
  tell({ kind: 'refused', reason: error.message })
}
