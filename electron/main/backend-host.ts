import type { MessagePortMain, UtilityProcess } from 'electron'
import { fromBackend, type FromBackend, type ToBackend } from './backend-messages.ts'

export interface BackendHost {
  /** Gives the backend one end of a page's channel, now or as soon as it is ready. */
  connect(port: MessagePortMain): void
  /** Asks the backend to close its database and ends it; resolves when it has gone. */
  stop(): Promise<void>
}

export interface BackendHostOptions {
  fork(): UtilityProcess
  /** Answers a secret request; a refusal is one sentence. */
  secret(operation: 'seal' | 'open', text: string): Promise<string>
  /** The data cannot be opened: say so and quit. */
  onProblem(sentence: string): void
  /** It ended without being asked to, `failures` times in a row; pages must connect again. */
  onRestart(failures: number): void
  log(message: string, fields: object): void
}

const LONGEST_RESTART_WAIT_MS = 30_000
const STEADY_AFTER_MS = 60_000
const STOP_PATIENCE_MS = 5_000

/**
 * Runs the backend in a process of its own, so that a long query never stalls a window, and starts it again when
 * it dies. Pages keep their last state meanwhile and reconnect.
 */
export function createBackendHost(options: BackendHostOptions): BackendHost {
  let child: UtilityProcess
  let ready = false
  let stopping = false
  let failures = 0
  let waiting: MessagePortMain[] = []

  function tell(message: ToBackend, ports: MessagePortMain[] = []): void {
    child.postMessage(message, ports)
  }

  async function answerSecret(message: Extract<FromBackend, { kind: 'secret' }>): Promise<void> {
    try {
      const text = await options.secret(message.operation, message.text)
      tell({ kind: 'secret-answer', id: message.id, text, refusal: null })
    } catch (error) {
      const refusal = error instanceof Error ? error.message : String(error)
      tell({ kind: 'secret-answer', id: message.id, text: null, refusal })
    }
  }

  function onMessage(raw: unknown): void {
    const parsed = fromBackend.safeParse(raw)
    if (!parsed.success) {
      options.log('backend-message-refused', { issues: parsed.error.issues.length })
      return
    }
    const message = parsed.data
    if (message.kind === 'problem') {
      stopping = true
      options.onProblem(message.sentence)
      return
    }
    if (message.kind === 'secret') {
      void answerSecret(message)
      return
    }
    ready = true
    for (const port of waiting) tell({ kind: 'connect' }, [port])
    waiting = []
  }

  function onExit(code: number): void {
    ready = false
    if (stopping) return
    failures += 1
    const wait = Math.min(250 * 2 ** failures, LONGEST_RESTART_WAIT_MS)
    options.log('backend-gone', { code, failures, restartInMs: wait })
    setTimeout(() => {
      if (stopping) return
      start()
      options.onRestart(failures)
    }, wait)
  }

  function start(): void {
    const started = options.fork()
    child = started
    started.on('message', onMessage)
    started.on('exit', onExit)
    setTimeout(() => {
      if (child === started && ready) failures = 0
    }, STEADY_AFTER_MS).unref()
  }

  function connect(port: MessagePortMain): void {
    if (ready) tell({ kind: 'connect' }, [port])
    else waiting.push(port)
  }

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    tell({ kind: 'stop' })
    const patience = setTimeout(() => child.kill(), STOP_PATIENCE_MS)
    await gone
    clearTimeout(patience)
  }

  start()
  return { connect, stop }
}
