import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { hashPassword } from '../../../electron/backend/access/passwords.ts'
import { createRevocations, type Revocations } from '../../../electron/backend/access/revocations.ts'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import { startServer, type RunningServer, type ServerOptions } from '../../../electron/serve/start-server.ts'
import type { Role } from '../../../shared/contract/roles.ts'

export const PASSWORD = 'correct horse battery'

export interface TestServer extends RunningServer {
  readonly store: Store
  readonly revocations: Revocations
  /** Where `startServer` finds the pages. */
  readonly rendererDirectory: string
}

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-serve-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** A page with a hashed asset, as the build leaves them, and a file beside the directory that nobody may see. */
function writePages(parent: string): string {
  const directory = join(parent, 'renderer')
  mkdirSync(join(directory, 'assets'), { recursive: true })
  writeFileSync(join(directory, 'index.html'), `<!doctype html><title>Meridian</title>${' '.repeat(2000)}`)
  writeFileSync(
    join(directory, 'assets', 'index-1a2b3c.js'),
    `export const answer = 42\n${'//'.repeat(1000)}`,
  )
  writeFileSync(join(directory, 'assets', 'index-1a2b3c.js.map'), '{}')
  writeFileSync(join(parent, 'secret.txt'), 'not for the network')
  return directory
}

/** A real store and real pages on a free port; the api answers every operation with its caller and its body. */
export async function startTestServer(
  given: Partial<ServerOptions> & { users?: Readonly<Record<string, Role>>; dataDirectory?: string } = {},
): Promise<TestServer> {
  const { users = {}, dataDirectory = temporaryDirectory(), ...options } = given
  const rendererDirectory = writePages(dataDirectory)
  const store = openStore({ dataDirectory: join(dataDirectory, 'data'), now: Date.now })
  // A hash costs a third of a second: made only where somebody signs in.
  const passwordHash = Object.keys(users).length === 0 ? '' : await hashPassword(PASSWORD)
  for (const [name, role] of Object.entries(users)) {
    store.access.saveUser({ name, role, passwordHash, createdAt: Date.now() })
  }
  const revocations = createRevocations()
  let stopped = false
  let server: RunningServer
  try {
    server = await startServer({
      backend: {
        access: store.access,
        revocations,
        api: {
          async handle(request, response, caller) {
            if (request.url?.startsWith('/api/nothing')) return false
            if (request.url?.startsWith('/api/stream')) {
              response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': open\n\n')
              return true
            }
            let length = 0
            for await (const chunk of request as AsyncIterable<Buffer>) length += chunk.length
            response
              .writeHead(200, { 'Content-Type': 'application/json' })
              .end(JSON.stringify({ caller, length }))
            return true
          },
        },
        connect(socket, caller) {
          socket.on('error', () => socket.terminate())
          socket.on('message', (data: Buffer) => socket.send(`${caller.name} ${caller.role} ${data.length}`))
        },
      },
      rendererDirectory,
      host: '127.0.0.1',
      port: 0,
      tls: null,
      allowedHosts: [],
      requireSignIn: false,
      now: Date.now,
      log: () => undefined,
      ...options,
    })
  } catch (error) {
    store.close()
    throw error
  }
  async function stop(): Promise<void> {
    if (stopped) return
    stopped = true
    await server.stop()
    store.close()
  }
  onTestFinished(stop)
  return { ...server, stop, store, revocations, rendererDirectory }
}
