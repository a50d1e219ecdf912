import type { Fault, SourceHealth, SourceState } from '../../../shared/records/source.ts'
import type { Store, StoredSource, StoredSourceRun } from '../store/store.ts'
import { isMisconfigured } from './back-off.ts'

/** What is known of a source only while Meridian runs. */
export interface LiveRun {
  readonly running: boolean
  readonly nextAttemptAt: number | null
  readonly progress: { done: number; total: number | null } | null
  /** The last fault, where it could not be written down. */
  readonly unsavedFault: Fault | null
  /** How often the source is really asked: its own wish may be longer than the setting. */
  readonly pollMs: number
}

const SHORTEST_STALE_MS = 3 * 60_000
const POLLS_UNTIL_STALE = 3

export function sourceHealth(store: Store, source: StoredSource, live: LiveRun): SourceHealth {
  const stored = store.sources.run(source.id)
  const run = { ...stored, fault: live.unsavedFault ?? stored.fault }
  return {
    state: stateOf(source, run, live),
    lastSuccessAt: run.lastSuccessAt,
    lastAttemptAt: run.lastAttemptAt,
    nextAttemptAt: live.nextAttemptAt,
    staleAfterMs: Math.max(POLLS_UNTIL_STALE * live.pollMs, SHORTEST_STALE_MS),
    fault: run.fault,
    failures: run.failures,
    clockSkewMs: run.clockSkewMs,
    progress: live.progress,
    refusals: store.sources.refusals(source.id, 0).total,
    records: store.sources.recordCount(source.id),
  }
}

/** A failing source stays failing during a retry: it is working again once an answer came. */
function stateOf(source: StoredSource, run: StoredSourceRun, live: LiveRun): SourceState {
  if (run.fault !== null && source.enabled) {
    return isMisconfigured(run.fault.code) ? 'misconfigured' : 'failing'
  }
  if (live.running) return 'working'
  if (!source.enabled) return 'paused'
  return run.lastSuccessAt === null ? 'never-run' : 'healthy'
}
