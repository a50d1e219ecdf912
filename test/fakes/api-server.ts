import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { WebSocketServer } from 'ws'
import { createHttpApi } from '../../electron/backend/api/serve-http.ts'
import { MAX_FRAME_BYTES, serveSocket } from '../../electron/backend/api/serve-socket.ts'
import type { Caller } from '../../electron/backend/access/caller.ts'
import { role } from '../../shared/contract/roles.ts'
import { createFakeHub } from './fake-router.ts'

// A fake hub for work on pages: node test/fakes/api-server.ts --port 5199 [--empty] [--role viewer]
// WebSocket at /rpc, HTTP at /api. Everything it says is made up.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5199' },
    empty: { type: 'boolean', default: false },
    role: { type: 'string', default: 'admin' },
  },
})

const caller: Caller = { name: 'fake', role: role.parse(values.role), via: 'loopback' }
const hub = createFakeHub({ empty: values.empty })
const api = createHttpApi(hub.router, '0.0.0-fake')

const server = createServer((request, response) => void answer(request, response))
const sockets = new WebSocketServer({ server, path: '/rpc', maxPayload: MAX_FRAME_BYTES })
sockets.on('connection', (socket) => serveSocket(hub.router, socket, caller))
setInterval(() => hub.step(), 3_000)
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Fake hub on http://127.0.0.1:${values.port} (/rpc, /api)`)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answered = await api.handle(request, response, caller)
  if (!answered) response.writeHead(404).end('Not found')
}
