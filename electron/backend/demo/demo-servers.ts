import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json as readJsonBody } from 'node:stream/consumers'
import { OPERATORS, type DemoOperator } from './demo-cast.ts'
import { answerAsHelpDesk } from './demo-help-desk.ts'
import { demoHistory, DESK_MEMORY_MS } from './demo-history.ts'
import {
  FEED_OPERATOR,
  FEED_PATH,
  INCIDENTS_PATH,
  rssFeed,
  statuspageIncidents,
  statuspageSummary,
  SUMMARY_PATH,
} from './demo-status-pages.ts'
import { createDemoArchive, type DemoTicket } from './demo-tickets.ts'

/** The demo world's vendors, each on a loopback port of its own as each has a host of its own in life. */
export interface DemoServers {
  readonly helpDesk: string
  /** A second help desk with the settled cases of the months before. */
  readonly archive: string
  /** Address of the status page by operator. */
  readonly statusPages: ReadonlyMap<DemoOperator, string>
  stop(): Promise<void>
}

interface Answer {
  readonly type: string
  readonly text: string
}
type AnswerFor = (url: URL, body: unknown, now: number) => Answer | null

interface Vendor {
  readonly address: string
  stop(): Promise<void>
}

function readJson(request: IncomingMessage): Promise<unknown> {
  return request.method === 'POST' ? readJsonBody(request) : Promise.resolve(null)
}

function json(value: object | null): Answer | null {
  return value === null ? null : { type: 'application/json; charset=utf-8', text: JSON.stringify(value) }
}

async function startVendor(answerFor: AnswerFor, now: () => number): Promise<Vendor> {
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request)
    const answer = answerFor(new URL(request.url ?? '/', 'http://demo'), body, now())
    response.setHeader('date', new Date(now()).toUTCString())
    response.writeHead(answer === null ? 404 : 200, { 'content-type': answer?.type ?? 'text/plain' })
    response.end(answer?.text ?? 'not here')
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(400).end())
  })
  const listening = Promise.withResolvers<void>()
  server.once('error', listening.reject)
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The demo world has no port.')

  function stop(): Promise<void> {
    const stopped = Promise.withResolvers<void>()
    server.close(() => stopped.resolve())
    server.closeAllConnections()
    return stopped.promise
  }
  return { address: `http://127.0.0.1:${bound.port}`, stop }
}

function statusPageOf(seed: number, operator: DemoOperator): AnswerFor {
  if (operator === FEED_OPERATOR) {
    return ({ pathname }, _body, now) =>
      pathname === FEED_PATH
        ? { type: 'application/rss+xml; charset=utf-8', text: rssFeed(seed, operator, now) }
        : null
  }
  return ({ pathname }, _body, now) => {
    if (pathname === SUMMARY_PATH) return json(statuspageSummary(seed, operator, now))
    return pathname === INCIDENTS_PATH ? json(statuspageIncidents(seed, operator, now)) : null
  }
}

export interface DemoBeginning {
  readonly seed: number
  /** When the world begins, UTC ms: the months before are in its archive. */
  readonly beganAt: number
}

/** Starts the demo world's vendors on this machine. `now` is the simulated time, UTC ms. */
export async function startDemoServers(
  { seed, beganAt }: DemoBeginning,
  now: () => number,
): Promise<DemoServers> {
  const tickets = createDemoArchive(seed)
  const helpDesk = await startVendor(
    (url, body, at) => json(answerAsHelpDesk(tickets.between(at - DESK_MEMORY_MS, at), url, body, at)),
    now,
  )
  // Made up when it is first asked: the board of today does not wait for it.
  let history: readonly DemoTicket[] | null = null
  const archive = await startVendor((url, body, at) => {
    history ??= demoHistory(seed, beganAt)
    return json(answerAsHelpDesk(history, url, body, at))
  }, now)
  const pages = await Promise.all(
    OPERATORS.map(
      async (operator) => [operator, await startVendor(statusPageOf(seed, operator), now)] as const,
    ),
  )
  return {
    helpDesk: helpDesk.address,
    archive: archive.address,
    statusPages: new Map(pages.map(([operator, { address }]) => [operator, address])),
    async stop() {
      const vendors = [helpDesk, archive, ...pages.map(([, page]) => page)]
      await Promise.all(vendors.map((vendor) => vendor.stop()))
    },
  }
}
