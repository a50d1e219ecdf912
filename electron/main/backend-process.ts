/**
 * Entry of the backend process: the same backend as `meridian serve`, reached over message ports. It runs as an
 * Electron utility process and uses nothing of Electron but `process.parentPort`.
 */
import type { MessageEvent } from 'electron'
import { join } from 'node:path'
import { jobsInWorkers } from '../backend/analysis/worker-jobs.ts'
import { createBackend, type Backend, type Caller } from '../backend/backend.ts'
import { servePort } from '../backend/api/serve-port.ts'
import type { Log } from '../backend/log.ts'
import { StoreProblem } from '../backend/store/store-problem.ts'
import { openWorld, type World } from '../backend/world.ts'
import { backendOptions, toBackend, type FromBackend } from './backend-messages.ts'
import { createParentSecretKeeper } from './parent-secret-keeper.ts'

/** The person at this desktop: who can open the window owns the data. */
const WINDOW_CALLER: Caller = { name: 'desktop', role: 'admin', via: 'window' }

const log: Log = (level, message, fields = {}) => {
  if (level === 'info') return
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`)
}

function tell(message: FromBackend): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process port, not a window
  process.parentPort.postMessage(message)
}

async function run(argument: string): Promise<void> {
  const options = backendOptions.parse(JSON.parse(argument))
  const secretKeeper = createParentSecretKeeper(tell)
  let running: { world: World; backend: Backend } | null = null

  async function stop(): Promise<void> {
    await running?.backend.stop()
    await running?.world.close()
    process.exit(0)
  }

  function receive({ data, ports }: MessageEvent): void {
    const message = toBackend.safeParse(data)
    if (!message.success) return log('warn', 'A message of no known shape was refused.')
    if (message.data.kind === 'secret-answer') return secretKeeper.answered(message.data)
    if (message.data.kind === 'stop') return void stop()
    const port = ports[0]
    if (port !== undefined && running !== null) servePort(running.backend.router, port, WINDOW_CALLER)
  }

  process.parentPort.on('message', receive)
  const world = await openWorld(options.dataDirectory, options.version, options.demo)
  const backend = await createBackend({
    ...world,
    resourcesDirectory: options.resourcesDirectory,
    secretKeeper,
    version: options.version,
    analysisJobs: jobsInWorkers(join(import.meta.dirname, 'analysis.js')),
    log,
  })
  running = { world, backend }
  await world.furnish(backend)
  backend.start()
  tell({ kind: 'ready' })
}

run(process.argv[2] ?? '').catch((error: unknown) => {
  log('error', 'The backend could not start.', { error: String(error) })
  // Damaged or newer data will not get better by starting again: a person must decide. Anything else may.
  if (error instanceof StoreProblem) tell({ kind: 'problem', sentence: error.message })
  process.exitCode = 1
})
