import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Demo } from '../../shared/contract/app.ts'
import { KNOWN_LAYOUTS } from '../../shared/commonality/recognise/known-layouts.ts'
import { createPublicHolidays } from '../../shared/time/holidays.ts'
import { createRevocations, type Revocations } from './access/revocations.ts'
import { doJobHere, type DoJob } from './analysis/analysis-job.ts'
import { createAnalyser } from './analysis/create-analyser.ts'
import { createRouter, type MeridianRouter } from './api/router.ts'
import type { Connector } from './connectors/connector.ts'
import type { HttpClient } from './connectors/http-client.ts'
import { createLiveSources } from './live/live-sources.ts'
import type { Log } from './log.ts'
import { createRecordFolders } from './records/record-folders.ts'
import { createRecordSets, type RecordSets } from './records/record-sets.ts'
import type { SecretKeeper } from './secret-keeper.ts'
import { createBoardModel } from './sla/board-model.ts'
import { readRules } from './sla/hub-rules.ts'
import { createLiveForecast } from './sla/live-forecast.ts'
import { loadPolicies } from './sla/policy-library.ts'
import { createStandingAlerts } from './sla/standing-alerts.ts'
import { createTicketClocks } from './sla/ticket-clocks.ts'
import { watchPolicies } from './sla/watch-policies.ts'
import { openStore } from './store/open-store.ts'
import type { Store, StoredSource } from './store/store.ts'
import { createSync } from './sync/create-sync.ts'
import type { Timekeeper } from './time/timekeeper.ts'
import { createUploads } from './uploads/uploads.ts'

export type { Caller } from './access/caller.ts'

export interface BackendOptions {
  /** Holds the database and, in `policies`, the user's own policy files. Locked while the backend lives. */
  readonly dataDirectory: string
  /** Holds `policies`: the support contracts that come with the program. */
  readonly resourcesDirectory: string
  readonly timekeeper: Timekeeper
  readonly secretKeeper: SecretKeeper
  /** By kind. */
  readonly connectors: ReadonlyMap<string, Connector>
  readonly http: HttpClient
  readonly version: string
  readonly demo: Demo | null
  /** Where searches are done; shells give worker threads. Default: on this thread, in turns. */
  readonly analysisJobs?: DoJob
  readonly log: Log
}

export interface Backend {
  /** Every operation of the contract; serve it with `api/serve-*.ts`. */
  readonly router: MeridianRouter
  readonly store: Store
  /** Whose connections a shell must end. */
  readonly revocations: Revocations
  /** Live streams being read; a wall that went away must not leave one behind. */
  watcherCount(): number
  /** Begins to ask the sources and to watch the policy files. The api answers before, with what is stored. */
  start(): void
  /** Ends every run and closes the database. */
  stop(): Promise<void>
}

/**
 * The whole program without a shell: store, sync, clocks and the contract over them. Throws StoreProblem, with a
 * sentence for the person, where the data cannot be opened.
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const store = openStore({ dataDirectory: options.dataDirectory, now: () => options.timekeeper.now() })
  try {
    const now = (): number => options.timekeeper.now()
    const recordSets = await createRecordSets(join(options.dataDirectory, 'record-sets'), { now })
    return assemble(store, recordSets, options)
  } catch (error) {
    // Whoever starts again must not find the directory still locked.
    store.close()
    throw error
  }
}

function assemble(store: Store, recordSets: RecordSets, options: BackendOptions): Backend {
  const { timekeeper, log, connectors, http, secretKeeper } = options
  const now = (): number => timekeeper.now()
  const epoch = randomUUID()
  const revocations = createRevocations()
  const publicHolidays = createPublicHolidays()
  const policyDirectories = {
    shipped: join(options.resourcesDirectory, 'policies'),
    own: join(options.dataDirectory, 'policies'),
  }
  const policies = loadPolicies(policyDirectories, publicHolidays, policiesChanged)
  logPolicyFaults()

  let rules = readRules(store.settings.get(), now(), log)
  // In memory: asked for every row each time the board is derived.
  let failedFixes = store.confirmations.failedFixes()
  const clocks = createTicketClocks({
    policies,
    rules: () => rules,
    escalationsOf: (ticketId) => store.escalations.of(ticketId),
    failedFixAt: (ticketId) => failedFixes.get(ticketId) ?? null,
    log,
  })
  const standing = createStandingAlerts({ store: store.alerts, log, epoch })
  const board = createBoardModel({
    tickets: store.tickets,
    deriveRow: (ticket, at) => clocks.row(ticket, at),
    alerts: standing,
    onRowsChanged: () => forecast.rowsChanged(),
    timekeeper,
    epoch,
  })
  const forecast = createLiveForecast({
    rows: () => board.rows.snapshot().values,
    desks: () => rules.desks,
    timekeeper,
    epoch,
  })
  const sync = createSync({
    store,
    connectors,
    http,
    secretKeeper,
    timekeeper,
    random: Math.random,
    log,
    onTicketsChanged: (ticketIds) => board.ticketsChanged(ticketIds),
    onStatusChanged: (sourceId) => liveSources.publishPage(sourceId),
    onSourceChanged: (sourceId) => liveSources.publishSource(sourceId),
  })
  const liveSources = createLiveSources(store, (sourceId) => sync.health(sourceId), epoch)
  liveSources.publishAll()
  board.deriveAll()
  forecast.refresh()

  function policiesChanged(): void {
    log('info', 'Policy files changed; every clock is derived again.', { policies: policies.list().length })
    logPolicyFaults()
    board.deriveAll()
  }

  function logPolicyFaults(): void {
    for (const fault of policies.faults) log('warn', 'A policy file cannot be used.', { ...fault })
  }

  function saveSource(source: StoredSource): void {
    store.sources.save(source)
    sync.sourceSaved(source.id)
    liveSources.publishPage(source.id)
  }

  const uploads = createUploads(join(options.dataDirectory, 'uploads'), now)
  const folders = createRecordFolders({
    store: store.recordSettings,
    recordSets,
    layouts: () => [...store.recordSettings.profiles(), ...KNOWN_LAYOUTS],
    now,
    log,
  })
  const analyser = createAnalyser(recordSets, options.analysisJobs ?? doJobHere)

  const router = createRouter({
    ...options,
    now,
    store,
    revocations,
    policies,
    publicHolidays,
    clocks,
    board,
    standing,
    forecast,
    liveSources,
    saveSource,
    async removeSource(sourceId) {
      await sync.sourceRemoved(sourceId)
      store.sources.remove(sourceId)
      liveSources.publishSource(sourceId)
      liveSources.publishPage(sourceId)
      board.sourceRemoved(sourceId)
    },
    ticketsImported(sourceId, ticketIds) {
      board.ticketsChanged(ticketIds)
      liveSources.publishSource(sourceId)
    },
    settingsChanged() {
      rules = readRules(store.settings.get(), now(), log)
      board.deriveAll()
      forecast.refresh()
    },
    syncNow: (sourceId) => void sync.syncNow(sourceId),
    recordSets,
    uploads,
    folders,
    analyser,
    fixTried(ticketId) {
      failedFixes = store.confirmations.failedFixes()
      board.ticketsChanged([ticketId])
    },
  })

  let stopWatching = (): Promise<void> => Promise.resolve()
  return {
    router,
    store,
    revocations,
    watcherCount: () =>
      [board.rows, standing.alerts, forecast.forecasts, liveSources.sources, liveSources.pages].reduce(
        (count, collection) => count + collection.watcherCount,
        0,
      ),
    start() {
      stopWatching = watchPolicies(policyDirectories.own, () => policies.reload(), log)
      sync.start()
      folders.start()
    },
    async stop() {
      board.stop()
      forecast.stop()
      await stopWatching()
      await folders.stop()
      await sync.stop()
      uploads.close()
      await recordSets.close()
      store.close()
    },
  }
}
