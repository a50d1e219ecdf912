import { setImmediate as turn } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket as Socket, WebSocketServer } from 'ws'
import { MAX_FRAME_BYTES, serveSocket } from '../../electron/backend/api/serve-socket.ts'
import type { MeridianClient } from '../../shared/contract/index.ts'
import { createFakeHub, type FakeHub } from '../fakes/fake-router.ts'
import { fakeRows } from '../fakes/fake-board.ts'
import { callerOf } from './support/hub.ts'

let hub: FakeHub
let server: WebSocketServer
let address: string

beforeEach(async () => {
  hub = createFakeHub()
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: MAX_FRAME_BYTES })
  await new Promise<void>((resolve) => void server.once('listening', resolve))
  server.on('connection', (socket) =>
    serveSocket(hub.router, socket, callerOf('viewer'), { highWaterBytes: 65_536 }),
  )
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  address = `ws://127.0.0.1:${bound.port}`
})
afterEach(() => {
  for (const socket of server.clients) socket.terminate()
  server.close()
})

async function connect(): Promise<Socket> {
  const socket = new Socket(address)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}

function closeCode(socket: Socket): Promise<number> {
  return new Promise((resolve) => void socket.once('close', resolve))
}

function nextMessage(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => resolve(typeof data === 'string' ? data : ''), {
      once: true,
    })
  })
}

/** The server's end of the only connection. */
function serverSide(): Socket {
  const [socket] = server.clients
  if (socket === undefined) throw new Error('nobody is connected')
  return socket
}

function call(id: number, path: string): string {
  return JSON.stringify({ i: String(id), p: { u: `/${path}`, b: {} } })
}

describe('frames that do not keep to the protocol end their connection and nothing else', () => {
  test.each([
    ['text that is no JSON', 'hello'],
    ['JSON that is no frame', '[]'],
    ['null', 'null'],
    ['a frame without a request', '{"i":"1"}'],
    ['an address that is none', '{"i":"1","p":{"u":"http://[bad"}}'],
    ['headers that are none', '{"i":"1","p":{"u":"/app/info","h":{"content-type":7}}}'],
    ['bytes that are no text', Buffer.from([0, 255, 254, 1])],
  ])('%s', async (_what, frame) => {
    const witness = await connect()
    const socket = await connect()
    const code = closeCode(socket)
    socket.send(frame)
    expect(await code).toBe(1008)
    const answer = nextMessage(witness)
    witness.send(call(1, 'app/info'))
    expect(await answer).toContain('"caller"')
  })

  test('a frame beyond the limit', async () => {
    const socket = await connect()
    const code = closeCode(socket)
    socket.send('x'.repeat(MAX_FRAME_BYTES + 1))
    expect(await code).toBe(1009)
  })

  test('a flood of open streams', async () => {
    const socket = await connect()
    const code = closeCode(socket)
    for (let id = 0; id < 1_000; id += 1) socket.send(call(id, 'status/watch'))
    expect(await code).toBe(1008)
    await expect.poll(() => hub.board.watcherCount).toBe(0)
  })

  test('an operation that does not exist is answered, not fatal', async () => {
    const socket = await connect()
    const answer = nextMessage(socket)
    socket.send(call(1, 'app/nothing'))
    expect(await answer).toContain('404')
  })
})

describe('a reader that stops reading', () => {
  test('costs one frame per stream, and gets the last state when it reads again', async () => {
    const websocket = new Socket(address)
    const client: MeridianClient = createORPCClient(new RPCLink({ websocket: asStandard(websocket) }))
    const stream = await client.board.watch({})
    await stream.next()

    websocket.pause()
    const rows = fakeRows(0)
    let mostWaiting = 0
    let produced = 0
    for (let round = 1; round <= 1_500; round += 1) {
      hub.board.set(rows.map((row) => ({ ...row, subject: `Round ${round}`, updatedAt: round })))
      produced += 1
      await turn()
      mostWaiting = Math.max(mostWaiting, serverSide().bufferedAmount)
    }
    const frameBytes = JSON.stringify(rows).length
    expect(mostWaiting).toBeLessThan(2 * frameBytes)

    websocket.resume()
    let received = 0
    let last = ''
    while (last !== `Round ${produced}`) {
      const item = await stream.next()
      if (item.done === true) throw new Error('the stream has ended')
      received += 1
      last = item.value.upserts.at(-1)?.subject ?? ''
      expect(item.value.upserts).toHaveLength(60)
    }
    // What the system's own buffers took before they were full, and one merged item for all the rest.
    expect(received).toBeLessThan(produced / 2)
    await stream.return?.(undefined)
    websocket.terminate()
    await expect.poll(() => hub.board.watcherCount).toBe(0)
  })

  test('is not asked for more requests while its answers wait', async () => {
    const rows = fakeRows(0).map((row) => ({ ...row, subject: 'x'.repeat(10_000) }))
    hub.board.replaceAll(rows)
    const socket = await connect()
    socket.pause()
    const asked = 200
    let mostWaiting = 0
    for (let id = 0; id < asked; id += 1) {
      socket.send(call(id, 'board/rows'))
      await turn()
      mostWaiting = Math.max(mostWaiting, serverSide().bufferedAmount)
    }
    // What was already read when the first answer had to wait, out of two hundred.
    expect(mostWaiting).toBeLessThan(20 * JSON.stringify(rows).length)

    let answers = 0
    socket.on('message', () => (answers += 1))
    socket.resume()
    await expect.poll(() => answers, { timeout: 15_000 }).toBe(asked)
    expect(serverSide().isPaused).toBe(false)
  })
})

/** The socket of `ws` can be paused, but types its events in its own way: the same four things, as browsers type them. */
function asStandard(
  socket: Socket,
): Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'> {
  const target = new EventTarget()
  socket.on('open', () => target.dispatchEvent(new Event('open')))
  socket.on('close', () => target.dispatchEvent(new Event('close')))
  socket.on('message', (data: Buffer) => {
    target.dispatchEvent(new MessageEvent('message', { data: data.toString('utf8') }))
  })
  return {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    send: (data) => socket.send(data instanceof Blob ? '' : data),
    get readyState() {
      return socket.readyState
    },
  }
}
