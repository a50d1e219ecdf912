import type { Fault, SourceHealth } from '../../../shared/records/source.ts'
import type { TicketPage } from '../connectors/connector.ts'
import { SourceFault } from '../connectors/source-fault.ts'
import type { StoredSource } from '../store/store.ts'
import { askedWaitMs, backOffMs } from './back-off.ts'
import { readStatus, readTickets, type ReadingListener } from './read-source.ts'
import { connectorOf, createRunContext } from './run-context.ts'
import { sourceHealth } from './source-health.ts'
import { openSecretsForRun } from './source-secrets.ts'
import type { SyncOptions } from './sync.ts'
import { toSourceFault } from './to-source-fault.ts'
import { untilAborted } from './until-aborted.ts'

/** A status source's wish for rest is granted up to this: a page of an hour's age helps no operator. */
const LONGEST_POLL_MS = 3_600_000
/** A timer this late means that the machine slept; then the sources are asked one after the other. */
const ASLEEP_MS = 30_000
const WAKE_SPREAD_MS = 10_000
/** A run that gives no page for so long is ended: it would hold its source for ever. */
const SILENCE_LIMIT_MS = 10 * 60_000
const PROGRESS_EVERY_MS = 500

export interface SourceRunner {
  /** First run after `delayMs`, then by the source's poll interval. */
  start(delayMs: number): void
  /** Asks the source as soon as it may be asked; resolves when that run has ended, well or not. Never rejects. */
  runNow(): Promise<void>
  /** Cancels a run under way; resolves when nothing of this source happens any more. */
  stop(): Promise<void>
  health(): SourceHealth
}

/** Runs one source, one run at a time. Reads the source afresh from the store for every run. */
export function createSourceRunner(sourceId: string, options: SyncOptions): SourceRunner {
  const { store, timekeeper } = options
  const life = new AbortController()
  let cancelTimer: () => void = () => undefined
  let nextAttemptAt: number | null = null
  let current: Promise<void> | null = null
  let following: Promise<void> | null = null
  let progress: TicketPage['progress'] | null = null
  let progressToldAt = Number.NEGATIVE_INFINITY
  let wishedPollMs = 0
  let unwatch: (() => void) | null = null
  let unsavedFault: Fault | null = null

  function schedule(instant: number): void {
    cancelTimer()
    if (life.signal.aborted) return
    nextAttemptAt = instant
    cancelTimer = timekeeper.at(instant, () => {
      const lateMs = timekeeper.now() - instant
      if (lateMs <= ASLEEP_MS * timekeeper.rate) void runNow()
      else schedule(timekeeper.now() + options.random() * WAKE_SPREAD_MS * timekeeper.rate)
    })
  }

  function runNow(): Promise<void> {
    if (life.signal.aborted) return Promise.resolve()
    if (current !== null) {
      // The run under way may have passed what has changed since: one more follows, however often it is asked for.
      following ??= current.then(() => {
        following = null
        return runNow()
      })
      return following
    }
    current = run().finally(() => {
      current = null
      progress = null
      tell(() => options.onSourceChanged(sourceId))
    })
    return current
  }

  async function run(): Promise<void> {
    cancelTimer()
    nextAttemptAt = null
    let source: StoredSource | null = null
    try {
      source = store.sources.get(sourceId)
      if (source === null) return
      const { notBefore } = store.sources.run(sourceId)
      if (notBefore !== null && notBefore > timekeeper.now()) return schedule(notBefore)
      store.sources.saveRun(sourceId, { lastAttemptAt: timekeeper.now() })
      tell(() => options.onSourceChanged(sourceId))
      wishedPollMs = Math.min((await read(source)) ?? 0, LONGEST_POLL_MS)
      store.sources.saveRun(sourceId, { fault: null, failures: 0, notBefore: null })
      unsavedFault = null
      if (source.enabled) schedule(timekeeper.now() + pollMs(source))
    } catch (error) {
      if (!life.signal.aborted) settleFault(error, source?.enabled ?? true)
    }
  }

  async function read(source: StoredSource): Promise<number | null> {
    const silence = new AbortController()
    let cancelSilence: () => void = () => undefined
    function expectSoon(): void {
      cancelSilence()
      cancelSilence = timekeeper.at(timekeeper.now() + SILENCE_LIMIT_MS * timekeeper.rate, () =>
        silence.abort(new SourceFault('timed-out', 'the run gave nothing for ten minutes')),
      )
    }
    const connector = connectorOf(options.connectors, source.kind)
    const opening = openSecretsForRun(options.secretKeeper, source.sealedSecrets)
    const secrets = await untilAborted(opening, life.signal)
    const means = { http: options.http, now: () => timekeeper.now() }
    const context = createRunContext(
      connector,
      { config: source.config, secrets },
      { ...means, signal: AbortSignal.any([life.signal, silence.signal]) },
    )
    const listener: ReadingListener = {
      onTicketsChanged: (ticketIds) => tell(() => options.onTicketsChanged(ticketIds)),
      onStatusRead: () => tell(() => options.onStatusChanged(sourceId)),
      onProgress(value) {
        expectSoon()
        showProgress(value)
      },
    }
    expectSoon()
    try {
      if (connector.role === 'status') return await readStatus(store, sourceId, connector, context, listener)
      // Once per runner: a source whose settings change gets a new one.
      if (source.enabled && connector.watch !== undefined) {
        unwatch ??= connector.watch({ ...context, signal: life.signal }, () => void runNow())
      }
      await readTickets(store, sourceId, connector, context, listener)
      return null
    } finally {
      cancelSilence()
    }
  }

  function settleFault(error: unknown, enabled: boolean): void {
    const { code, detail, retryAfterMs } = toSourceFault(error)
    const now = timekeeper.now()
    const fault: Fault = { code, detail, at: now }
    if (code === 'internal') log(error)
    let failures = 1
    // A full disk can refuse this too; then the fault is shown all the same, and the source is asked again.
    unsavedFault = fault
    tell(() => {
      failures += store.sources.run(sourceId).failures
      const notBefore = retryAfterMs === null ? null : now + askedWaitMs(retryAfterMs)
      store.sources.saveRun(sourceId, { fault, failures, notBefore })
      unsavedFault = null
    })
    if (enabled) schedule(now + backOffMs({ code, retryAfterMs }, failures, options.random))
  }

  function showProgress(value: TicketPage['progress']): void {
    progress = value
    const now = timekeeper.now()
    if (now - progressToldAt < PROGRESS_EVERY_MS * timekeeper.rate) return
    progressToldAt = now
    tell(() => options.onSourceChanged(sourceId))
  }

  /** Keeps a failing listener or a full disk from ending the source's runs. */
  function tell(act: () => void): void {
    try {
      act()
    } catch (error) {
      log(error)
    }
  }

  function log(error: unknown): void {
    options.log('error', `Source ${sourceId}: an unexpected error.`, { error })
  }

  function pollMs(source: StoredSource): number {
    return Math.max(source.pollSeconds * 1_000, wishedPollMs)
  }

  return {
    start: (delayMs) => schedule(timekeeper.now() + delayMs),
    runNow,
    async stop() {
      life.abort(new Error('sync is stopping'))
      cancelTimer()
      nextAttemptAt = null
      unwatch?.()
      await current
    },
    health() {
      const source = store.sources.get(sourceId)
      if (source === null) throw new Error(`There is no source ${sourceId}.`)
      return sourceHealth(store, source, {
        running: current !== null,
        nextAttemptAt,
        progress,
        unsavedFault,
        pollMs: pollMs(source),
      })
    },
  }
}
