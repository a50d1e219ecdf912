import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A stretch of network between us and a server, that a test can pull and plug in again. */
export interface Cable {
  /** Same scheme and path as the server's, other port. */
  readonly address: string
  pull(): void
  plugIn(): void
  stop(): Promise<void>
}

/** Lays a cable to `target`, an `http://host:port` address. Pulled, open connections break and new ones are refused. */
export async function layCable(target: string): Promise<Cable> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isPulled = false

  const server = createServer((near) => {
    if (isPulled) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
      socket.on('error', () => undefined)
    }
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the cable has no port')

  function pull(): void {
    isPulled = true
    for (const socket of sockets) socket.destroy()
  }

  return {
    address: `http://127.0.0.1:${bound.port}`,
    pull,
    plugIn() {
      isPulled = false
    },
    async stop() {
      pull()
      server.close()
      await once(server, 'close')
    },
  }
}
