import type { SourceHealth } from '../../../shared/records/source.ts'
import type { Connector } from '../connectors/connector.ts'
import type { HttpClient } from '../connectors/http-client.ts'
import type { Log } from '../log.ts'
import type { SecretKeeper } from '../secret-keeper.ts'
import type { Store } from '../store/store.ts'
import type { Timekeeper } from '../time/timekeeper.ts'

export interface SyncOptions {
  readonly store: Store
  /** By kind. */
  readonly connectors: ReadonlyMap<string, Connector>
  readonly http: HttpClient
  readonly secretKeeper: SecretKeeper
  readonly timekeeper: Timekeeper
  /** In [0, 1); spreads retries. */
  readonly random: () => number
  readonly onTicketsChanged: (ticketIds: readonly string[]) => void
  /** A status page was read, changed or not: its age is new in any case. */
  readonly onStatusChanged: (sourceId: string) => void
  /** The source's health differs; at most twice a second while a run goes on. */
  readonly onSourceChanged: (sourceId: string) => void
  /** Gets every error that has no better name than fault `internal`. */
  readonly log: Log
}

/** Keeps every source read. Made by `createSync` in `create-sync.ts`. */
export interface Sync {
  start(): void
  /** Cancels what runs; resolves when nothing touches the store any more. */
  stop(): Promise<void>
  /** Also asks a paused source, once. Resolves when the run has ended, well or not; never rejects. */
  syncNow(sourceId: string): Promise<void>
  /** Call it in the same turn as `store.sources.save`: a run with the old settings must store nothing more. */
  sourceSaved(sourceId: string): void
  /** Call it before `store.sources.remove` and wait: nothing of the source runs any more then. */
  sourceRemoved(sourceId: string): Promise<void>
  /** Throws for a source that is not stored. */
  health(sourceId: string): SourceHealth
}
