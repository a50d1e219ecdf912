import type { LiveItem } from '../../shared/contract/live.ts'
import type { Connection } from './connection.ts'

/** A live collection as a screen sees it. `values` keeps the last truth while the stream is down. */
export interface LiveView<T> {
  readonly values: readonly T[]
  readonly byKey: ReadonlyMap<string, T>
  /** `loading` until the first answer, `live` while changes flow, `stopped` while they do not. */
  readonly state: 'loading' | 'live' | 'stopped'
  /** Why the stream stopped, where the backend said so. */
  readonly problem: unknown
}

export interface LiveCollection<T> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getView: () => LiveView<T>
}

export interface LiveCollectionOptions<T> {
  /** Opens the stream after a revision; without one it starts with a snapshot. */
  watch: (after: string | undefined, signal: AbortSignal) => Promise<AsyncIterable<LiveItem<T>>>
  keyOf: (value: T) => string
  connection: Pick<Connection, 'getState' | 'subscribe'>
  /** Runs `work` at the next moment the page draws: many changes become one rendering. */
  schedule: (work: () => void) => void
}

const LINGER_MS = 5_000
const RETRY_MS = 2_000

/** Applies items in order to what is held; returns a new map, or the same one if nothing changed. */
export function applyItems<T>(
  held: ReadonlyMap<string, T>,
  items: readonly LiveItem<T>[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, T> {
  const lastSnapshot = items.findLastIndex((item) => item.snapshot)
  const relevant = lastSnapshot === -1 ? items : items.slice(lastSnapshot)
  const changes = relevant.some((item) => item.snapshot || item.upserts.length + item.removals.length > 0)
  if (!changes) return held
  const next = new Map<string, T>(lastSnapshot === -1 ? held : [])
  for (const item of relevant) {
    for (const key of item.removals) next.delete(key)
    for (const value of item.upserts) next.set(keyOf(value), value)
  }
  return next
}

/**
 * One stream shared by every component that shows it. It runs while somebody looks, resumes after the last revision
 * when the connection comes back, and keeps what it holds meanwhile.
 */
export function createLiveCollection<T>(options: LiveCollectionOptions<T>): LiveCollection<T> {
  const { watch, keyOf, connection, schedule } = options
  const listeners = new Set<() => void>()
  let view: LiveView<T> = { values: [], byKey: new Map(), state: 'loading', problem: null }
  let revision: string | undefined
  let waiting: LiveItem<T>[] = []
  let running: AbortController | null = null
  let linger: ReturnType<typeof setTimeout> | undefined

  function show(change: Partial<LiveView<T>>): void {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }

  function flush(): void {
    const items = waiting
    waiting = []
    if (items.length === 0) return
    revision = items.at(-1)?.revision
    const byKey = applyItems(view.byKey, items, keyOf)
    if (byKey === view.byKey && view.state === 'live') return
    show({
      state: 'live',
      problem: null,
      ...(byKey === view.byKey ? {} : { byKey, values: [...byKey.values()] }),
    })
  }

  async function readStream(signal: AbortSignal): Promise<void> {
    const stream = await watch(revision, signal)
    // A resumed stream may be silent for long: having it is what makes the view live again.
    if (revision !== undefined) show({ state: 'live', problem: null })
    for await (const item of stream) {
      waiting.push(item)
      if (waiting.length === 1) schedule(flush)
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await untilConnected(connection, signal)
      if (signal.aborted) return
      try {
        await readStream(signal)
      } catch (error) {
        if (signal.aborted) return
        flush()
        show({ state: view.state === 'loading' ? 'loading' : 'stopped', problem: error })
      }
      await pause(RETRY_MS, connection, signal)
    }
  }

  function start(): void {
    clearTimeout(linger)
    if (running !== null) return
    running = new AbortController()
    void run(running.signal)
  }

  function stop(): void {
    running?.abort()
    running = null
    waiting = []
  }

  return {
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener)
      start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) linger = setTimeout(stop, LINGER_MS)
      }
    },
  }
}

type ConnectionWatch = LiveCollectionOptions<unknown>['connection']

function untilConnected(connection: ConnectionWatch, signal: AbortSignal): Promise<void> {
  if (connection.getState().kind === 'connected' || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const unsubscribe = connection.subscribe(() => {
      if (connection.getState().kind === 'connected') done()
    })
    function done(): void {
      unsubscribe()
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}

/** Waits before the next try, but not longer than until the connection changes. */
function pause(lengthMs: number, connection: ConnectionWatch, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = connection.subscribe(done)
    const timer = setTimeout(done, lengthMs)
    function done(): void {
      clearTimeout(timer)
      unsubscribe()
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
