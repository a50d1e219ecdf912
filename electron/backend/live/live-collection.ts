import type { LiveItem } from '../../../shared/contract/live.ts'
import { createRemovalLog } from './removal-log.ts'

export interface LiveCollectionOptions<T> {
  readonly key: (value: T) => string
  /** Names this start of the backend, so that a revision of an earlier one is never mistaken for ours. */
  readonly epoch: string
  /** How many removed keys are remembered for readers that come back; older ones get a snapshot. */
  readonly rememberedRemovals?: number
}

/** Values by key that readers follow: a snapshot first, then what changed, merged per key for slow readers. */
export interface LiveCollection<T> {
  set(values: readonly T[]): void
  delete(keys: readonly string[]): void
  /** Afterwards the collection holds these values and no others. */
  replaceAll(values: readonly T[]): void
  get(key: string): T | undefined
  snapshot(): { revision: string; values: T[] }
  /**
   * Follows the collection. Starts with what changed since revision `after`, or with a snapshot when that is unknown
   * or too old. Ends when `signal` aborts. A reader holds one set of changed keys however slowly it reads.
   */
  watch(after: string | undefined, signal: AbortSignal): AsyncGenerator<LiveItem<T>, void>
  readonly watcherCount: number
}

interface Entry<T> {
  readonly value: T
  readonly changedAt: number
}

interface Watcher {
  readonly changedKeys: Set<string>
  wake: () => void
}

export function createLiveCollection<T>(options: LiveCollectionOptions<T>): LiveCollection<T> {
  const { key, epoch } = options
  const entries = new Map<string, Entry<T>>()
  const removals = createRemovalLog(options.rememberedRemovals ?? 10_000)
  const watchers = new Set<Watcher>()
  let counter = 0

  function publish(changedKeys: readonly string[]): void {
    for (const watcher of watchers) {
      for (const changed of changedKeys) watcher.changedKeys.add(changed)
      watcher.wake()
    }
  }

  function change(values: readonly T[], removedKeys: readonly string[]): void {
    const gone = removedKeys.filter((removed) => entries.has(removed))
    if (values.length === 0 && gone.length === 0) return
    counter += 1
    for (const removed of gone) {
      entries.delete(removed)
      removals.add(removed, counter)
    }
    for (const value of values) {
      entries.set(key(value), { value, changedAt: counter })
      removals.forget(key(value))
    }
    publish([...gone, ...values.map(key)])
  }

  function replaceAll(values: readonly T[]): void {
    const kept = new Set(values.map(key))
    change(
      values,
      [...entries.keys()].filter((held) => !kept.has(held)),
    )
  }

  function revision(): string {
    return `${epoch}.${counter}`
  }

  function snapshot(): { revision: string; values: T[] } {
    return { revision: revision(), values: Array.from(entries.values(), (entry) => entry.value) }
  }

  function firstItem(after: string | undefined): LiveItem<T> {
    const seen = readCounter(after, epoch)
    if (seen === null || seen > counter || !removals.reachesBackTo(seen)) {
      const { values } = snapshot()
      return { revision: revision(), snapshot: true, upserts: values, removals: [] }
    }
    const changed = [...entries.values()].filter((entry) => entry.changedAt > seen)
    return {
      revision: revision(),
      snapshot: false,
      upserts: changed.map((entry) => entry.value),
      removals: removals.since(seen),
    }
  }

  function takeChanges(watcher: Watcher): LiveItem<T> {
    const upserts: T[] = []
    const removed: string[] = []
    for (const changed of watcher.changedKeys) {
      const entry = entries.get(changed)
      if (entry === undefined) removed.push(changed)
      else upserts.push(entry.value)
    }
    watcher.changedKeys.clear()
    return { revision: revision(), snapshot: false, upserts, removals: removed }
  }

  async function* watch(after: string | undefined, signal: AbortSignal): AsyncGenerator<LiveItem<T>, void> {
    const watcher: Watcher = { changedKeys: new Set(), wake: () => {} }
    function onAbort(): void {
      watcher.wake()
    }
    watchers.add(watcher)
    signal.addEventListener('abort', onAbort)
    try {
      if (signal.aborted) return
      yield firstItem(after)
      while (!signal.aborted) {
        if (watcher.changedKeys.size > 0) {
          yield takeChanges(watcher)
          continue
        }
        const { promise, resolve } = Promise.withResolvers<void>()
        watcher.wake = resolve
        await promise
      }
    } finally {
      signal.removeEventListener('abort', onAbort)
      watchers.delete(watcher)
    }
  }

  return {
    set: (values) => change(values, []),
    delete: (keys) => change([], keys),
    replaceAll,
    get: (wanted) => entries.get(wanted)?.value,
    snapshot,
    watch,
    get watcherCount() {
      return watchers.size
    },
  }
}

/** The counter within a revision of this epoch; null for any other text. */
function readCounter(revision: string | undefined, epoch: string): number | null {
  if (revision === undefined || !revision.startsWith(`${epoch}.`)) return null
  const digits = revision.slice(epoch.length + 1)
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null
}
