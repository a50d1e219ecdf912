import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { WebSocketServer } from 'ws'
import { createHttpApi } from '../../../electron/backend/api/serve-http.ts'
import { servePort } from '../../../electron/backend/api/serve-port.ts'
import { MAX_FRAME_BYTES, serveSocket } from '../../../electron/backend/api/serve-socket.ts'
import type { MeridianRouter } from '../../../electron/backend/api/router.ts'
import type { Caller } from '../../../electron/backend/access/caller.ts'
import { contract, type MeridianClient } from '../../../shared/contract/index.ts'

/** A page's end of a wire, and the way to end it. */
export interface OpenWire {
  readonly client: MeridianClient
  close(): Promise<void>
}

export interface Wire {
  readonly name: string
  readonly open: (router: MeridianRouter, caller: Caller) => Promise<OpenWire>
}

/** The three ways a page or an integrator reaches the backend, each real: a channel, a socket, HTTP. */
export const wires: readonly Wire[] = [
  { name: 'MessagePort', open: openPort },
  { name: 'WebSocket', open: openSocket },
  { name: 'HTTP', open: openHttp },
]

async function openPort(router: MeridianRouter, caller: Caller): Promise<OpenWire> {
  const { port1, port2 } = new MessageChannel()
  servePort(router, port1, caller)
  const client: MeridianClient = createORPCClient(new PortLink({ port: port2 }))
  port2.start()
  return { client, close: async () => port2.close() }
}

async function openSocket(router: MeridianRouter, caller: Caller): Promise<OpenWire> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: MAX_FRAME_BYTES })
  await once(server, 'listening')
  server.on('connection', (socket) => serveSocket(router, socket, caller))
  const websocket = new WebSocket(`ws://127.0.0.1:${portOf(server.address())}`)
  const client: MeridianClient = createORPCClient(new SocketLink({ websocket }))
  return {
    client,
    async close() {
      websocket.close()
      for (const socket of server.clients) socket.terminate()
      await closed(server)
    },
  }
}

async function openHttp(router: MeridianRouter, caller: Caller): Promise<OpenWire> {
  const api = createHttpApi(router, '1.2.3')
  const server = createServer((request, response) => void answer(request, response))
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await api.handle(request, response, caller)
    if (!answered) response.writeHead(404).end()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${portOf(server.address())}/api`
  const client = createORPCClient<MeridianClient>(new OpenAPILink(contract, { url }))
  return {
    client,
    async close() {
      server.closeAllConnections()
      await closed(server)
    },
  }
}

function once(emitter: { once(event: string, listener: () => void): unknown }, event: string): Promise<void> {
  return new Promise((resolve) => void emitter.once(event, resolve))
}

function closed(server: { close(done: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()))
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
