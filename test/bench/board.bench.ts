import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createRouterClient } from '@orpc/server'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import Database from 'better-sqlite3'
import { WebSocketServer } from 'ws'
import { serveSocket } from '../../electron/backend/api/serve-socket.ts'
import { createBackend } from '../../electron/backend/backend.ts'
import { dataFiles } from '../../electron/backend/store/data-files.ts'
import { createTimekeeper } from '../../electron/backend/time/timekeeper.ts'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { BenchResult } from './bench-result.ts'
import { fillDatabase } from './start-database.ts'

export const name = 'board'

const TICKETS = 100_000
const OPEN = 5_000
const RUNS = 200
const WIRE_RUNS = 30
const QUERY_GOAL_MS = 10
/** oRPC walks every value twice to find dates and the like; more than this and the wire wants its own encoding. */
const WIRE_GOAL_RATIO = 5
const CALLER = { name: 'bench', role: 'viewer', via: 'loopback' } as const

/** The board of 5,000 open tickets with their clocks, asked through the api, beside reading just their heads from SQLite. */
export async function run(): Promise<BenchResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-bench-'))
  try {
    fillDatabase(directory, { tickets: TICKETS, open: OPEN })
    const bareSelect = measureBareSelect(directory)
    const { query, wire, bareWire } = await measureBoard(directory)
    const size = `${TICKETS} tickets, ${OPEN} open`
    return [
      {
        name: `board query, p95 (${size})`,
        value: query,
        unit: 'ms',
        baseline: 'bare better-sqlite3 selecting the heads of the same tickets',
        baselineValue: bareSelect,
        ratio: query / bareSelect,
        goal: `under ${QUERY_GOAL_MS} ms`,
        met: query < QUERY_GOAL_MS,
      },
      {
        name: `board over a WebSocket, answered and parsed by the page's client, p95 (${size})`,
        value: wire,
        unit: 'ms',
        baseline: 'the same rows as JSON over bare ws, parsed',
        baselineValue: bareWire,
        ratio: wire / bareWire,
        goal: `under ${WIRE_GOAL_RATIO} times bare ws`,
        met: wire < WIRE_GOAL_RATIO * bareWire,
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function measureBoard(
  dataDirectory: string,
): Promise<{ query: number; wire: number; bareWire: number }> {
  const backend = await createBackend({
    dataDirectory,
    resourcesDirectory: join(import.meta.dirname, '../../resources'),
    timekeeper: createTimekeeper(),
    secretKeeper: { seal: async (text) => text, open: async (text) => text },
    connectors: new Map(),
    http: { request: () => Promise.reject(new Error('nothing is asked in a bench')) },
    version: '0.0.0',
    demo: null,
    log: () => {},
  })
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  try {
    const admin = createRouterClient(backend.router, { context: { caller: { ...CALLER, role: 'admin' } } })
    const [policy] = await admin.policies.list()
    await admin.settings.update({ defaultPolicyId: policy?.id ?? null, policyAssignments: [], desks: [] })
    const direct = createRouterClient(backend.router, { context: { caller: CALLER } })
    const query = await p95Of(RUNS, () => direct.board.rows())

    const rows = await direct.board.rows()
    server.on('connection', (socket, { url }) => {
      if (url === '/rpc') serveSocket(backend.router, socket, CALLER)
      else socket.on('message', () => socket.send(JSON.stringify(rows)))
    })
    const page = await open(server, '/rpc')
    const client: MeridianClient = createORPCClient(new RPCLink({ websocket: page }))
    const wire = await p95Of(WIRE_RUNS, () => client.board.rows())
    const bare = await open(server, '/bare')
    const bareWire = await p95Of(WIRE_RUNS, () => askBare(bare))
    page.close()
    bare.close()
    return { query, wire, bareWire }
  } finally {
    server.close()
    await backend.stop()
  }
}

async function open(server: WebSocketServer, path: string): Promise<WebSocket> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}${path}`)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  return socket
}

async function askBare(socket: WebSocket): Promise<{ rows: unknown[] }> {
  const answered = new Promise<string>((resolve) =>
    socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true }),
  )
  socket.send('rows')
  return JSON.parse(await answered)
}

async function p95Of(runs: number, ask: () => Promise<{ rows: unknown[] }>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < runs; round += 1) {
    const start = performance.now()
    const { rows } = await ask()
    times.push(performance.now() - start)
    if (rows.length !== OPEN) throw new Error(`the board has ${rows.length} rows, not ${OPEN}`)
  }
  return p95(times)
}

function measureBareSelect(dataDirectory: string): number {
  const db = new Database(dataFiles(dataDirectory).database, { readonly: true })
  try {
    const select = db.prepare(
      "SELECT * FROM tickets WHERE absence IS NULL AND status NOT IN ('resolved', 'closed', 'withdrawn')",
    )
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now()
      const rows = select.all()
      if (rows.length !== OPEN) throw new Error(`bare SQL gave ${rows.length} rows, not ${OPEN}`)
      return performance.now() - start
    })
    return p95(times)
  } finally {
    db.close()
  }
}

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Infinity
}
