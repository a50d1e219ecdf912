import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { keepSession } from '../backend/access/sessions.ts'
import { MAX_FRAME_BYTES } from '../backend/api/serve-socket.ts'
import { roleAllows } from '../../shared/contract/roles.ts'
import type { ServedBackend } from './served-backend.ts'
import { isOwnHost, isOwnOrigin } from './host-check.ts'
import type { LiveConnections } from './live-connections.ts'
import { proveCaller, type ProofRules } from './prove-caller.ts'

export interface SocketParts {
  readonly rules: ProofRules
  readonly ownNames: readonly string[]
  readonly connections: LiveConnections
  readonly backend: Pick<ServedBackend, 'connect'>
}

export interface SocketServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye to every page: the server stops. */
  closeAll(): void
  /** Ends sockets whose other side has not answered since the last call. */
  checkAlive(): void
}

/** Close code of a connection whose right ended (private range, RFC 6455, 7.4.2): the page asks to sign in. */
const RIGHT_ENDED = 4401
/** Close code of a server that stops (RFC 6455, 7.4.1): the page connects again later. */
const GOING_AWAY = 1001
/** Whoever may not import has nothing long to say. */
const MAX_VIEWER_BYTES = 1024 * 1024
const MOST_SOCKETS = 500

/** WebSockets on `/rpc`: Host, Origin and caller are checked before the handshake is answered. */
export function createSocketServer({ rules, ownNames, connections, backend }: SocketParts): SocketServer {
  const forImports = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })
  const forViewers = new WebSocketServer({ noServer: true, maxPayload: MAX_VIEWER_BYTES })
  const alive = new Map<WebSocket, boolean>()

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Before the handshake nobody else listens: a reset here must not end the process.
    stream.on('error', () => stream.destroy())
    if (!isOwnHost(request, ownNames)) return refuseUpgrade(stream, 421)
    if (URL.parse(request.url ?? '', 'http://here')?.pathname !== '/rpc') return refuseUpgrade(stream, 404)
    if (!isOwnOrigin(request, rules.secure)) return refuseUpgrade(stream, 403)
    const proven = proveCaller(request, rules)
    if (proven === null) return refuseUpgrade(stream, 401)
    if (alive.size >= MOST_SOCKETS) return refuseUpgrade(stream, 503)

    const server = roleAllows(proven.caller.role, 'operator') ? forImports : forViewers
    server.handleUpgrade(request, stream, head, (socket) => {
      alive.set(socket, true)
      const forget = connections.add({ ...proven, close: () => end(socket) })
      socket.on('pong', () => alive.set(socket, true))
      socket.on('close', () => {
        alive.delete(socket)
        forget()
      })
      const { proof } = proven
      // What a page sends follows from what its person does: only that keeps a session alive, not being open.
      if (proof.kind === 'session') {
        socket.on('message', () => keepSession(rules.access, proof.text, rules.now()))
      }
      backend.connect(socket, proven.caller)
    })
  }

  function checkAlive(): void {
    for (const [socket, answered] of alive) {
      if (!answered) {
        socket.terminate()
        continue
      }
      alive.set(socket, false)
      socket.ping()
    }
  }

  function closeAll(): void {
    for (const socket of alive.keys()) {
      socket.close(GOING_AWAY, 'the server stops')
      setTimeout(() => socket.terminate(), 1000).unref()
    }
  }

  return { upgrade, checkAlive, closeAll }
}

function end(socket: WebSocket): void {
  // What still arrives before the other side closes is no longer its right to ask.
  socket.removeAllListeners('message')
  socket.close(RIGHT_ENDED, 'signed out')
  // A revoked wall that does not answer the close gets no further byte either.
  setTimeout(() => socket.terminate(), 1000).unref()
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
