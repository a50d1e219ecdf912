import { setImmediate as nextTurn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import * as z from 'zod'
import type {
  Connector,
  Cursor,
  RunContext,
  StatusConnector,
  StatusReading,
  TicketConnector,
  TicketPage,
} from '../../../electron/backend/connectors/connector.ts'
import type { HttpClient } from '../../../electron/backend/connectors/http-client.ts'
import type { SecretKeeper } from '../../../electron/backend/secret-keeper.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import { createSync } from '../../../electron/backend/sync/create-sync.ts'
import type { Sync } from '../../../electron/backend/sync/sync.ts'
import type { Timekeeper } from '../../../electron/backend/time/timekeeper.ts'
import { createManualTimekeeper } from '../../fakes/manual-timekeeper.ts'
import { MONDAY } from '../store/made-pages.ts'
import { temporaryStore } from '../store/temporary-store.ts'

/** Scripted connectors ask nobody; one that does is a mistake in the test. */
const noNetwork: HttpClient = {
  request: ({ url }) => Promise.reject(new Error(`A test asked the network for ${url}.`)),
}

/** Seals so that a reader could still open it, and refuses to open what it did not seal. */
const paperKeeper: SecretKeeper = {
  seal: (text) => Promise.resolve(`sealed:${btoa(text)}`),
  open(sealed) {
    if (!sealed.startsWith('sealed:')) return Promise.reject(new Error('wrong key'))
    return Promise.resolve(atob(sealed.slice('sealed:'.length)))
  },
}

export interface SyncWorld {
  readonly store: Store
  readonly sync: Sync
  readonly timekeeper: Timekeeper
  /** What listeners were told, in order. */
  readonly told: {
    readonly tickets: (readonly string[])[]
    readonly status: string[]
    readonly sources: string[]
    readonly logged: unknown[]
  }
  /** Moves time, running what falls due, and waits until the runs this began have gone as far as they can. */
  pass(ms: number): Promise<void>
  /** Passes to the instant of the source's next attempt; gives the milliseconds that took. */
  passToNextAttempt(sourceId: string): Promise<number>
  /** The machine sleeps: time goes on, and timers fire only afterwards. */
  sleep(ms: number): void
}

export function createSyncWorld(
  connectors: readonly Connector[],
  options: { random?: () => number; store?: Store } = {},
): SyncWorld {
  const store = options.store ?? temporaryStore()
  const manual = createManualTimekeeper(MONDAY)
  let slept = 0
  const timekeeper: Timekeeper = {
    rate: 1,
    now: () => manual.now() + slept,
    at: (instant, task) => manual.at(instant - slept, task),
  }
  const told: SyncWorld['told'] = { tickets: [], status: [], sources: [], logged: [] }
  const sync = createSync({
    store,
    connectors: new Map(connectors.map((connector) => [connector.kind, connector])),
    http: noNetwork,
    secretKeeper: paperKeeper,
    timekeeper,
    random: options.random ?? (() => 0.5),
    onTicketsChanged: (ids) => void told.tickets.push(ids),
    onStatusChanged: (id) => void told.status.push(id),
    onSourceChanged: (id) => void told.sources.push(id),
    log: (_level, _message, fields) => void told.logged.push(fields?.['error']),
  })
  onTestFinished(() => sync.stop())

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) await nextTurn()
  }

  async function pass(ms: number): Promise<void> {
    await settle()
    manual.moveTo(manual.now() + ms)
    await settle()
  }

  return {
    store,
    sync,
    timekeeper,
    told,
    pass,
    async passToNextAttempt(sourceId) {
      const { nextAttemptAt } = sync.health(sourceId)
      if (nextAttemptAt === null) throw new Error(`No attempt is planned for ${sourceId}.`)
      const wait = nextAttemptAt - timekeeper.now()
      await pass(wait)
      return wait
    },
    sleep(ms) {
      slept += ms
    },
  }
}

const scriptedConfig = z.object({ address: z.string().min(1, 'Needed.').optional() })
type ScriptedConfig = z.infer<typeof scriptedConfig>
type Context = RunContext<unknown>

/** A ticket connector whose every run is what the test says. */
export function scriptedTickets(
  pull: (context: Context, cursor: Cursor | null) => AsyncIterable<TicketPage>,
  more: Partial<Pick<TicketConnector, 'kind' | 'sweep' | 'watch'>> = {},
): TicketConnector<ScriptedConfig> {
  return { ...scriptedHead, role: 'tickets', pull, ...more }
}

export function scriptedStatus(
  read: (context: Context, cursor: Cursor | null) => Promise<StatusReading>,
): StatusConnector<ScriptedConfig> {
  return { ...scriptedHead, kind: 'scripted-status', role: 'status', read }
}

const scriptedHead = {
  kind: 'scripted',
  label: 'Scripted',
  configSchema: scriptedConfig,
  fields: [],
  preview: () => Promise.reject(new Error('A scripted connector has no preview.')),
}

export async function* pagesOf(...pages: readonly TicketPage[]): AsyncGenerator<TicketPage> {
  for (const page of pages) {
    await nextTurn()
    yield page
  }
}

// oxlint-disable-next-line require-yield -- a run that fails before its first page
export async function* failing(error: unknown): AsyncGenerator<TicketPage> {
  await nextTurn()
  throw error
}
