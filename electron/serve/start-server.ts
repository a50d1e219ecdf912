import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Log } from '../backend/log.ts'
import { inUrl, isLoopbackAddress } from './addresses.ts'
import { answerFailure, answerRequest, type RequestParts } from './answer-request.ts'
import { listen, resolveHost } from './listen.ts'
import { createLiveConnections } from './live-connections.ts'
import { stillProven, type ProofRules } from './prove-caller.ts'
import { ServeProblem } from './serve-problem.ts'
import type { ServedBackend } from './served-backend.ts'
import { createSocketServer } from './serve-sockets.ts'
import { createSignInDesk } from './sign-in.ts'
import { createStaticFiles } from './static-files.ts'
import { createWallEntry } from './wall-entry.ts'

export interface ServerOptions {
  readonly backend: ServedBackend
  /** The built pages. */
  readonly rendererDirectory: string
  /** Name or address to listen on; port 0 takes a free one. */
  readonly host: string
  readonly port: number
  /** PEM texts; null serves without TLS. */
  readonly tls: { readonly certificate: string; readonly key: string } | null
  /** Further names this server is reached by, beside its own addresses. */
  readonly allowedHosts: readonly string[]
  /** Demands sign-in on loopback too, e.g. behind a proxy or on a machine of several people. */
  readonly requireSignIn: boolean
  /** UTC milliseconds of the real clock: sessions do not end sooner because a demo runs faster. */
  readonly now: () => number
  readonly log: Log
}

export interface RunningServer {
  /** Where a browser finds it, e.g. `http://127.0.0.1:8642/`. */
  readonly address: string
  /** What the person who started it should know; sentences. */
  readonly warnings: readonly string[]
  stop(): Promise<void>
}

/** Users and tokens may be changed by the command line in another process: seen within this time. */
const RIGHTS_CHECK_MS = 1000
/** A wall whose cable was pulled is noticed within two of these. */
const ALIVE_CHECK_MS = 30_000
/** How long open answers may take to end when the server stops. */
const STOP_GRACE_MS = 500

/** Starts the Node shell. Throws ServeProblem (one sentence) when it must not or cannot serve as asked. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { backend, tls, now, log } = options
  const address = await resolveHost(options.host)
  const isLoopback = isLoopbackAddress(address)
  const trustsLoopback = isLoopback && !options.requireSignIn
  if (!trustsLoopback) demandAdministrator(backend, address)

  const rules: ProofRules = { access: backend.access, secure: tls !== null, trustsLoopback, now }
  const connections = createLiveConnections()
  const ownNames = [options.host, ...options.allowedHosts].map((name) => name.toLowerCase())
  const parts: RequestParts = {
    rules,
    ownNames,
    connections,
    signIn: createSignInDesk(rules, connections),
    wall: createWallEntry(rules),
    api: backend.api,
    files: createStaticFiles(options.rendererDirectory),
  }
  const sockets = createSocketServer({ rules, ownNames, connections, backend })
  const server = createServer(tls, (request, response) => {
    answerRequest(request, response, parts).catch((error: unknown) => {
      log('error', 'A request failed.', { method: request.method, error })
      answerFailure(response, error)
    })
  })
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head))

  const port = await listen(server, address, options.port)
  const unsubscribe = backend.revocations.subscribe((revocation) => connections.revoke(revocation))
  const rightsCheck = setInterval(
    () => connections.check((held) => stillProven(held, rules)),
    RIGHTS_CHECK_MS,
  )
  const aliveCheck = setInterval(() => sockets.checkAlive(), ALIVE_CHECK_MS)

  async function stop(): Promise<void> {
    clearInterval(rightsCheck)
    clearInterval(aliveCheck)
    unsubscribe()
    const { promise, resolve } = Promise.withResolvers<void>()
    server.close(() => resolve())
    sockets.closeAll()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS).unref()
    await promise
  }

  const shown = isLoopback || address === options.host ? inUrl(address) : options.host
  return {
    address: `${tls === null ? 'http' : 'https'}://${shown}:${port}/`,
    warnings: isLoopback || tls !== null ? [] : [NO_TLS],
    stop,
  }
}

const NO_TLS =
  'Without TLS, passwords and tickets cross the network readable: give --tls-cert and --tls-key, or put a TLS proxy in front.'

/** Where sign-in is demanded, somebody must be able to sign in, and the first user must not come over the network. */
function demandAdministrator({ access }: ServedBackend, address: string): void {
  if (access.users().some(({ role }) => role === 'admin')) return
  throw new ServeProblem(
    `Serving on ${address} needs someone who can sign in: add an administrator first with "meridian user add NAME --role admin".`,
  )
}

function createServer(tls: ServerOptions['tls'], listener: RequestListener): Server {
  const limits = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    // An 8 MB file over a slow line; answers and sockets are not meant by it.
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
    requireHostHeader: true,
  }
  const server = tls === null ? createPlainServer(limits, listener) : createTlsWith(tls, limits, listener)
  server.maxConnections = 2000
  return server
}

function createTlsWith(
  { certificate, key }: { certificate: string; key: string },
  limits: object,
  listener: RequestListener,
): Server {
  try {
    return createTlsServer(
      { ...limits, cert: certificate, key, minVersion: 'TLSv1.2', handshakeTimeout: 10_000 },
      listener,
    )
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ServeProblem(
      `The certificate and key cannot be used (${reason}): give PEM files that belong together.`,
      cause,
    )
  }
}
