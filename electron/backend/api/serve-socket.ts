import type { WebSocket } from 'ws'
import type { Caller } from '../access/caller.ts'
import type { MeridianRouter } from './implementation.ts'
import { serveFrames } from './serve-frames.ts'

/** Largest frame a page sends: an 8 MB file in base64 with its envelope. The `maxPayload` of the shell's server. */
export const MAX_FRAME_BYTES = 12 * 1024 * 1024

export interface ServeSocketOptions {
  /** With more than this waiting to leave, no further request is read. Default 1 MiB. */
  readonly highWaterBytes?: number
}

/** WebSocket close code "policy violation" (RFC 6455, 7.4.1). */
const POLICY_VIOLATION = 1008

/**
 * Serves one proven caller on an open socket, over frames of oRPC's RPC protocol. A slow reader costs one frame per
 * stream: the next change is taken only when the last has left, and by then changes are merged per key.
 */
export function serveSocket(
  router: MeridianRouter,
  socket: WebSocket,
  caller: Caller,
  options: ServeSocketOptions = {},
): void {
  const highWater = options.highWaterBytes ?? 1024 * 1024

  const server = serveFrames(router, caller, {
    send(frame) {
      // A closing socket only counts what it is given; the close event ends the streams.
      if (socket.readyState !== socket.OPEN) return Promise.resolve()
      const { promise, resolve } = Promise.withResolvers<void>()
      // Called when the bytes have gone to the system, or with an error once the socket is gone: both end the wait,
      // and the close event then ends the streams.
      socket.send(frame, () => {
        if (socket.isPaused && socket.bufferedAmount <= highWater) socket.resume()
        resolve()
      })
      if (socket.bufferedAmount > highWater) socket.pause()
      return promise
    },
    refuse(reason) {
      // A paused socket would not read the answer to its close.
      socket.resume()
      socket.close(POLICY_VIOLATION, reason)
    },
  })

  socket.on('message', (data, isBinary) => server.receive(toFrame(data, isBinary)))
  socket.on('close', () => server.close())
  // `close` follows; without a listener the error of one peer would end the process.
  socket.on('error', () => socket.terminate())
}

function toFrame(data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): string | Uint8Array {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : toBuffer(data)
  return isBinary ? bytes : bytes.toString('utf8')
}

function toBuffer(data: Buffer | ArrayBuffer): Buffer {
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
