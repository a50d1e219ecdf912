import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished } from 'vitest'
import { type Backend, type Caller, createBackend } from '../../../electron/backend/backend.ts'
import { createHttpClient } from '../../../electron/backend/connectors/http/client.ts'
import type { HttpClient } from '../../../electron/backend/connectors/http-client.ts'
import { connectors } from '../../../electron/backend/connectors/registry.ts'
import { createKeyFileSecretKeeper } from '../../../electron/backend/secret-keeper.ts'
import type { MeridianClient } from '../../../shared/contract/index.ts'
import type { SourceDraft } from '../../../shared/contract/sources.ts'
import type { Source } from '../../../shared/records/source.ts'
import { createManualTimekeeper, type ManualTimekeeper } from '../../fakes/manual-timekeeper.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'

/** The whole backend as a shell starts it: real store, connectors, HTTP client and policies; time is moved by hand. */
export interface SystemHub {
  readonly backend: Backend
  /** Every call as an administrator makes it. */
  readonly api: MeridianClient
  readonly timekeeper: ManualTimekeeper
  /** Everything logged, as one text. */
  logged(): string
  /** Adds a source and waits for its first reading. */
  add(draft: SourceDraft): Promise<Source>
  source(sourceId: string): Promise<Source>
  /** Moves time by so many ms and waits until what fell due has been read. */
  pass(ms: number): Promise<void>
  /** Passes to the source's next attempt; gives how long that was, in ms. */
  passToNextAttempt(sourceId: string): Promise<number>
  /** Which cases are on the board. */
  cases(): Promise<string[]>
  /** What another person calls with. */
  as(caller: Caller): MeridianClient
  /** Ends the program; its data can then be opened by another. */
  stop(): Promise<void>
}

export interface SystemHubOptions {
  /** Our clock at the start, UTC ms; by default the machine's. */
  readonly startAt?: number
  /** How long an answer may take, real ms. */
  readonly timeoutMs?: number
  /** By default a new one. */
  readonly dataDirectory?: string
}

export async function openSystemHub(options: SystemHubOptions = {}): Promise<SystemHub> {
  const timekeeper = createManualTimekeeper(options.startAt ?? Date.now())
  const dataDirectory = options.dataDirectory ?? temporaryDirectory()
  const client = createHttpClient({ userAgent: 'Meridian/test', now: () => timekeeper.now() })
  const { timeoutMs } = options
  const impatient: HttpClient = {
    request: (request) => client.request(timeoutMs === undefined ? request : { ...request, timeoutMs }),
  }
  const log: string[] = []
  const backend = await createBackend({
    dataDirectory,
    resourcesDirectory: resolve(import.meta.dirname, '../../../resources'),
    timekeeper,
    secretKeeper: createKeyFileSecretKeeper(dataDirectory),
    connectors,
    http: impatient,
    version: '0.0.0',
    demo: null,
    log: (level, message, fields) => void log.push(`${level} ${message} ${JSON.stringify(fields)}`),
  })
  const as = (caller: Caller): MeridianClient => createRouterClient(backend.router, { context: { caller } })
  const api = as({ name: 'lead', role: 'admin', via: 'loopback' })
  backend.start()
  let stopped: Promise<void> | null = null

  function stop(): Promise<void> {
    stopped ??= backend.stop().then(() => client.close())
    return stopped
  }
  onTestFinished(stop)

  async function source(sourceId: string): Promise<Source> {
    const found = (await api.sources.list()).find(({ id }) => id === sourceId)
    if (found === undefined) throw new Error(`There is no source ${sourceId}.`)
    return found
  }

  /** A source is read when its next attempt lies ahead. */
  async function untilRead(): Promise<void> {
    await expect
      .poll(
        async () =>
          (await api.sources.list()).filter(
            ({ health: { nextAttemptAt } }) => nextAttemptAt === null || nextAttemptAt <= timekeeper.now(),
          ),
        { timeout: 20_000, interval: 5 },
      )
      .toEqual([])
  }

  async function pass(ms: number): Promise<void> {
    timekeeper.moveTo(timekeeper.now() + ms)
    await untilRead()
  }

  return {
    backend,
    api,
    timekeeper,
    logged: () => log.join('\n'),
    async add(draft) {
      const { id } = await api.sources.add(draft)
      // Begun by the timekeeper, like everything else.
      timekeeper.moveTo(timekeeper.now())
      await untilRead()
      return source(id)
    },
    source,
    pass,
    async passToNextAttempt(sourceId) {
      const { nextAttemptAt } = (await source(sourceId)).health
      if (nextAttemptAt === null) throw new Error(`No attempt is planned for ${sourceId}.`)
      const ms = nextAttemptAt - timekeeper.now()
      await pass(ms)
      return ms
    },
    as,
    stop,
    cases: async () => (await api.board.rows()).rows.map(({ caseNumber }) => caseNumber).sort(),
  }
}
