import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { WebSocketServer } from 'ws'
import type { Caller } from '../../electron/backend/access/caller.ts'
import { MAX_FRAME_BYTES, serveSocket } from '../../electron/backend/api/serve-socket.ts'
import { setSecurityHeaders } from '../../electron/serve/security-headers.ts'
import { CONTENT_SECURITY_POLICY } from '../../shared/contract/content-security-policy.ts'
import { createFakeHub, type FakeHub } from '../fakes/fake-router.ts'

/** The page as `npm test` and `npm run build` leave it. */
const BUILT_PAGE = resolve(import.meta.dirname, '../../out/renderer')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** The built page before a made-up hub, in this process, so that a test can pull its cable. */
export interface PageServer {
  readonly url: string
  readonly hub: FakeHub
  /** Cuts every connection and takes no new ones until `restore`. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

export interface PageServerOptions {
  role?: Caller['role']
  /** No source yet: the first run. */
  empty?: boolean
  /** What time it is at the made-up hub. */
  now?: () => number
}

export async function startPageServer(options: PageServerOptions = {}): Promise<PageServer> {
  if (!existsSync(join(BUILT_PAGE, 'index.html'))) {
    throw new Error('The page is not built: run "npm run build" first.')
  }
  const caller: Caller = { name: 'fake', role: options.role ?? 'admin', via: 'loopback' }
  const hub = createFakeHub({ empty: options.empty ?? false, now: options.now ?? Date.now })
  let isCut = false

  const server = createServer((request, response) => void answer(request, response, () => isCut))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })
  server.on('upgrade', (request, socket, head) => {
    if (isCut) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => serveSocket(hub.router, opened, caller))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')

  function dropSockets(): void {
    for (const socket of sockets.clients) socket.terminate()
  }

  return {
    url: `http://127.0.0.1:${address.port}`,
    hub,
    cut() {
      isCut = true
      dropSockets()
    },
    restore() {
      isCut = false
    },
    async close() {
      dropSockets()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  isCut: () => boolean,
): Promise<void> {
  if (isCut()) {
    response.destroy()
    return
  }
  // As the Node shell sends them: a page that only works without its policy does not work.
  setSecurityHeaders(response)
  const path = new URL(request.url ?? '/', 'http://page').pathname
  // The policy of the real shells: what it forbids must fail here too.
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  if (path === '/session') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"caller":{}}')
    return
  }
  const inside = normalize(path).replace(/^(\.\.[/\\])+/, '')
  const file = extname(inside) === '' ? 'index.html' : inside
  try {
    const content = await readFile(join(BUILT_PAGE, file))
    response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(content)
  } catch {
    response.writeHead(404).end()
  }
}
