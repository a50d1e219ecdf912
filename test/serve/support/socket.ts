import { WebSocket, type ClientOptions } from 'ws'

export interface TestSocket {
  /** Sends a text and resolves with the next answer. */
  say(text: string): Promise<string>
  readonly closed: Promise<{ code: number; reason: string }>
}

/** Opens `/rpc`. Rejects with the HTTP status of a refused handshake. */
export async function openSocket(
  address: string,
  options: ClientOptions = {},
  path = 'rpc',
): Promise<TestSocket> {
  const socket = new WebSocket(address.replace(/^http/, 'ws') + path, options)
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  socket.on('open', opened.resolve)
  socket.on('error', opened.reject)
  socket.on('unexpected-response', (_request, response) =>
    opened.reject(new Error(`HTTP ${response.statusCode}`)),
  )
  socket.on('close', (code, reason) => closed.resolve({ code, reason: reason.toString() }))
  await opened.promise
  return {
    say(text) {
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      socket.once('message', (data: Buffer) => resolve(data.toString()))
      socket.once('close', () => reject(new Error('closed')))
      socket.send(text)
      return promise
    },
    closed: closed.promise,
  }
}
