import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import { StandardRPCHandler } from '@orpc/server/standard'
import { type EncodedMessage, ServerPeer } from '@orpc/standard-server-peer'
import type { Caller } from '../access/caller.ts'
import type { MeridianRouter } from './implementation.ts'

/** More calls and streams than one page ever has open; a flood beyond it ends the connection. */
const MOST_OPEN_CALLS = 256

/** One end of a two-way pipe of frames, whatever carries it. */
export interface FramePipe {
  /** Resolves once there is room for the next frame: streams are read no faster than this. Never rejects. */
  send(frame: EncodedMessage): Promise<void>
  /** Ends the connection because the other side does not keep to the protocol. */
  refuse(reason: string): void
}

export interface FrameServer {
  receive(frame: unknown): void
  /** Cancels every call and stream of the connection. */
  close(): void
}

/** Answers the frames of one connection. oRPC's own handlers do the same without limits and without refusing. */
export function serveFrames(router: MeridianRouter, caller: Caller, pipe: FramePipe): FrameServer {
  const handler = new StandardRPCHandler(router)
  const handle = createServerPeerHandleRequestFn(handler, { context: { caller } })
  const peer = new ServerPeer((frame) => pipe.send(frame))
  let openCalls = 0
  let refused = false

  function refuse(reason: string): void {
    refused = true
    peer.close()
    pipe.refuse(reason)
  }

  async function receive(frame: unknown): Promise<void> {
    if (refused) return
    if (!isEncoded(frame)) return refuse('a frame that is neither text nor bytes')
    if (openCalls >= MOST_OPEN_CALLS) return refuse('too many open calls')
    openCalls += 1
    try {
      // Lasts until the answer, or the last item of the stream, has left.
      await peer.message(frame, handle)
    } catch {
      // The handler turns every failure of an operation into an answer, so what arrives here is an unreadable frame.
      refuse('a frame that cannot be read')
    } finally {
      openCalls -= 1
    }
  }

  return { receive: (frame) => void receive(frame), close: () => peer.close() }
}

function isEncoded(frame: unknown): frame is EncodedMessage {
  return typeof frame === 'string' || frame instanceof Uint8Array || frame instanceof ArrayBuffer
}
