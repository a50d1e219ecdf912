import type { Caller } from '../access/caller.ts'
import type { MeridianRouter } from './implementation.ts'
import { serveFrames } from './serve-frames.ts'

/** What the `MessagePort` of worker_threads and Electron's `MessagePortMain` have in common. */
export interface ServedPort {
  postMessage(message: unknown): void
  start(): void
  close(): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
}

/** Serves the page at the other end of a port, over frames of oRPC's RPC protocol. Starts the port. */
export function servePort(router: MeridianRouter, port: ServedPort, caller: Caller): void {
  const server = serveFrames(router, caller, {
    send(frame) {
      port.postMessage(frame)
      return Promise.resolve()
    },
    refuse: () => port.close(),
  })
  port.on('message', (message) => server.receive(frameOf(message)))
  port.on('close', () => server.close())
  port.start()
}

/** Node's port gives the message itself; Electron's gives an event that holds it as `data`. */
function frameOf(message: unknown): unknown {
  const isEvent = typeof message === 'object' && message !== null && 'data' in message
  return isEvent ? message.data : message
}
