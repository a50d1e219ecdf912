import type { Alert } from '../../shared/contract/alerts.ts'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { DeskForecast } from '../../shared/contract/shifts.ts'
import type { ProviderPage } from '../../shared/contract/status.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Source } from '../../shared/records/source.ts'
import { type AppInfoStore, createAppInfo } from './app-info.ts'
import { type Connection, createConnection } from './connection.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createLiveCollection, type LiveCollection } from './live-collection.ts'
import { createPageTime, type PageTime } from './timekeeper.ts'
import type { Transport } from './transport.ts'

/** The live collections of the contract by name. */
export interface LiveValues {
  board: BoardRow
  sources: Source
  status: ProviderPage
  alerts: Alert
  forecast: DeskForecast
}
export type LiveName = keyof LiveValues

/** Everything a page has of its backend: made once, given to the screens by `HubProvider`. */
export interface Hub {
  readonly client: MeridianClient
  readonly connection: Connection
  readonly info: AppInfoStore
  readonly time: PageTime
  /** Whether the backend answers at all just now, asked beside the connection. */
  readonly isReachable: () => Promise<boolean>
  readonly live: { readonly [Name in LiveName]: LiveCollection<LiveValues[Name]> }
}

export function createHub(transport: Transport): Hub {
  const time = createPageTime(
    () => performance.now(),
    () => Date.now(),
  )
  const connection = createConnection(transport, time.now)
  const { client } = connection
  const info = createAppInfo(connection, time)
  startHeartbeat(connection, info, transport.probe)
  const shared = { connection, schedule: atNextFrame }
  return {
    client,
    connection,
    time,
    info,
    isReachable: transport.probe,
    live: {
      board: createLiveCollection<BoardRow>({
        ...shared,
        keyOf: (row) => row.ticketId,
        watch: (after, signal) => client.board.watch(afterInput(after), { signal }),
      }),
      sources: createLiveCollection<Source>({
        ...shared,
        keyOf: (source) => source.id,
        watch: (after, signal) => client.sources.watch(afterInput(after), { signal }),
      }),
      status: createLiveCollection<ProviderPage>({
        ...shared,
        keyOf: (page) => page.sourceId,
        watch: (after, signal) => client.status.watch(afterInput(after), { signal }),
      }),
      alerts: createLiveCollection<Alert>({
        ...shared,
        keyOf: (alert) => alert.id,
        watch: (after, signal) => client.alerts.watch(afterInput(after), { signal }),
      }),
      forecast: createLiveCollection<DeskForecast>({
        ...shared,
        // As the backend's own collection names the gaps between the desks.
        keyOf: ({ deskId }) => deskId ?? '',
        watch: (after, signal) => client.shifts.forecast(afterInput(after), { signal }),
      }),
    },
  }
}

function afterInput(after: string | undefined): { after?: string } {
  return after === undefined ? {} : { after }
}

/** A hidden page gets no frames, but must not pile up changes until somebody looks. */
function atNextFrame(work: () => void): void {
  if (document.hidden) setTimeout(work, 1_000)
  else requestAnimationFrame(work)
}
