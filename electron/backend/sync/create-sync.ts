import { createSourceRunner, type SourceRunner } from './source-runner.ts'
import type { Sync, SyncOptions } from './sync.ts'

/** Sources do not begin all in the same moment. */
const START_SPREAD_MS = 250

export function createSync(options: SyncOptions): Sync {
  const { store, timekeeper } = options
  const runners = new Map<string, SourceRunner>()
  let started = false

  function runnerOf(sourceId: string): SourceRunner {
    const held = runners.get(sourceId)
    if (held !== undefined) return held
    const made = createSourceRunner(sourceId, options)
    runners.set(sourceId, made)
    return made
  }

  async function startAfter(ended: Promise<void> | undefined, runner: SourceRunner): Promise<void> {
    await ended
    runner.start(0)
  }

  return {
    start() {
      started = true
      const enabled = store.sources.list().filter((source) => source.enabled)
      for (const [index, source] of enabled.entries()) {
        runnerOf(source.id).start(index * START_SPREAD_MS * timekeeper.rate)
      }
    },
    async stop() {
      started = false
      const stopped = [...runners.values()].map((runner) => runner.stop())
      runners.clear()
      await Promise.all(stopped)
    },
    syncNow: (sourceId) => runnerOf(sourceId).runNow(),
    sourceSaved(sourceId) {
      const ended = runners.get(sourceId)?.stop()
      runners.delete(sourceId)
      const enabled = store.sources.get(sourceId)?.enabled === true
      if (started && enabled) void startAfter(ended, runnerOf(sourceId))
      options.onSourceChanged(sourceId)
    },
    async sourceRemoved(sourceId) {
      const runner = runners.get(sourceId)
      runners.delete(sourceId)
      await runner?.stop()
    },
    health: (sourceId) => runnerOf(sourceId).health(),
  }
}
