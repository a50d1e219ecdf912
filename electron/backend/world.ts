import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Demo } from '../../shared/contract/app.ts'
import type { Backend, Caller } from './backend.ts'
import type { Connector } from './connectors/connector.ts'
import { createHttpClient } from './connectors/http/client.ts'
import type { HttpClient } from './connectors/http-client.ts'
import { connectors } from './connectors/registry.ts'
import { startDemoServers } from './demo/demo-servers.ts'
import { addDemoCalls } from './demo/add-demo-calls.ts'
import { demoSettings, demoSources } from './demo/demo-sources.ts'
import { createTimekeeper, type Timekeeper } from './time/timekeeper.ts'

/** What a backend sees of the outside: its time, its sources and the network. */
export interface World {
  readonly dataDirectory: string
  readonly timekeeper: Timekeeper
  readonly connectors: ReadonlyMap<string, Connector>
  readonly http: HttpClient
  readonly demo: Demo | null
  /** Gives the backend what this world brings along, before it starts. */
  furnish(backend: Backend): Promise<void>
  /** Ends what the world itself holds open. */
  close(): Promise<void>
}

export interface DemoOptions {
  readonly seed: number
  /** Simulated seconds in a real one. */
  readonly rate: number
}

/** The real one, or the made-up one that takes its place in demo mode. `version` names us to the sources. */
export function openWorld(dataDirectory: string, version: string, demo: DemoOptions | null): Promise<World> {
  return demo === null ? Promise.resolve(openRealWorld(dataDirectory, version)) : openDemoWorld(version, demo)
}

function openRealWorld(dataDirectory: string, version: string): World {
  const timekeeper = createTimekeeper()
  const http = createHttpClient({ userAgent: `Meridian/${version}`, now: () => timekeeper.now() })
  return {
    dataDirectory,
    timekeeper,
    connectors,
    http,
    demo: null,
    furnish: () => Promise.resolve(),
    close: () => http.close(),
  }
}

const FURNISHER: Caller = { name: 'demo', role: 'admin', via: 'loopback' }

/**
 * Vendors on a port of this machine, read through the same connectors as real ones, in time that runs faster. Its
 * data lie in a folder of their own that goes with it: made-up tickets never come near real ones.
 */
async function openDemoWorld(version: string, { seed, rate }: DemoOptions): Promise<World> {
  const startedAt = Date.now()
  const timekeeper = createTimekeeper(startedAt, rate)
  const servers = await startDemoServers({ seed, beganAt: startedAt }, () => timekeeper.now())
  const http = createHttpClient({ userAgent: `Meridian/${version}`, now: () => timekeeper.now() })
  const dataDirectory = mkdtempSync(join(tmpdir(), 'meridian-demo-'))

  async function furnish({ router }: Backend): Promise<void> {
    const client = createRouterClient(router, { context: { caller: FURNISHER } })
    await client.settings.update(demoSettings())
    for (const draft of demoSources(servers, rate)) await client.sources.add(draft)
    await addDemoCalls(client, seed, startedAt)
  }

  async function close(): Promise<void> {
    await http.close()
    await servers.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  }

  return { dataDirectory, timekeeper, connectors, http, demo: { seed, rate, startedAt }, furnish, close }
}
