import type { Demo } from '../../shared/contract/app.ts'
import type { Connector } from '../backend/connectors/connector.ts'
import { createHttpClient } from '../backend/connectors/http/client.ts'
import type { HttpClient } from '../backend/connectors/http-client.ts'
import { connectors } from '../backend/connectors/registry.ts'
import { createTimekeeper, type Timekeeper } from '../backend/time/timekeeper.ts'

/** What a backend sees of the outside: its time, its sources and the network. */
export interface World {
  readonly dataDirectory: string
  readonly timekeeper: Timekeeper
  readonly connectors: ReadonlyMap<string, Connector>
  readonly http: HttpClient
  readonly demo: Demo | null
  /** Ends what the world itself holds open. */
  close(): Promise<void>
}

/** The real one. A made-up world takes its place under `--demo`. */
export function openRealWorld(dataDirectory: string, version: string): World {
  const timekeeper = createTimekeeper()
  const http = createHttpClient({ userAgent: `Meridian/${version}`, now: () => timekeeper.now() })
  return { dataDirectory, timekeeper, connectors, http, demo: null, close: () => http.close() }
}
