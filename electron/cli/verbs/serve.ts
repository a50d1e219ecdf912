import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { jobsInWorkers } from '../../backend/analysis/worker-jobs.ts'
import { type Backend, createBackend } from '../../backend/backend.ts'
import { createHttpApi } from '../../backend/api/serve-http.ts'
import { serveSocket } from '../../backend/api/serve-socket.ts'
import { openWorld, type World } from '../../backend/world.ts'
import { createKeyFileSecretKeeper } from '../../backend/secret-keeper.ts'
import { isLoopbackAddress } from '../../serve/addresses.ts'
import { resolveHost } from '../../serve/listen.ts'
import { type RunningServer, startServer } from '../../serve/start-server.ts'
import { logToStderr } from '../log-to-stderr.ts'
import { findProgram } from '../paths.ts'
import { CliProblem, fileReason } from '../problem.ts'
import { stopSignal } from '../stop-signal.ts'

export interface ServeOptions {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly allowHost?: readonly string[]
  readonly requireSignIn: boolean
  readonly demo: boolean
  readonly demoSeed: number
  readonly demoRate: number
}

/** `serve`: says in one line where it serves, and runs until it is asked to stop. */
export async function runServe(options: ServeOptions): Promise<void> {
  const stopped = stopSignal()
  if (options.demo) await demandDemoPlace(options)
  const demo = options.demo ? { seed: options.demoSeed, rate: options.demoRate } : null
  const world = await openWorld(resolve(options.dataDir), findProgram().version, demo)
  try {
    await serveWorld(world, options, stopped)
  } finally {
    await world.close()
  }
}

/** The demo world is new at each start, so nobody could have an account in it. */
async function demandDemoPlace({ host, requireSignIn }: ServeOptions): Promise<void> {
  if (requireSignIn)
    throw new CliProblem('Nobody has an account in the demo world: leave out --require-sign-in.')
  if (isLoopbackAddress(await resolveHost(host))) return
  throw new CliProblem('The demo world is shown on this machine only: leave out --host.')
}

async function serveWorld(world: World, options: ServeOptions, stopped: Promise<void>): Promise<void> {
  const tls = readTls(options)
  const { version } = findProgram()
  const backend = await openBackend(world, version)
  try {
    await world.furnish(backend)
    const server = await serve(backend, options, tls, version)
    backend.start()
    for (const warning of server.warnings) console.error(warning)
    console.log(
      world.demo === null
        ? `Meridian is served on ${server.address} from the data in ${world.dataDirectory}.`
        : `Meridian shows its demo world on ${server.address}; nothing in it is real and nothing of it is kept.`,
    )
    await stopped
    await server.stop()
  } finally {
    await backend.stop()
  }
}

function openBackend(world: World, version: string): Promise<Backend> {
  return createBackend({
    ...world,
    resourcesDirectory: findProgram().resources,
    secretKeeper: createKeyFileSecretKeeper(world.dataDirectory),
    version,
    analysisJobs: jobsInWorkers(findProgram().analysisWorker),
    log: logToStderr,
  })
}

function serve(
  { router, revocations, store }: Backend,
  options: ServeOptions,
  tls: { certificate: string; key: string } | null,
  version: string,
): Promise<RunningServer> {
  return startServer({
    backend: {
      access: store.access,
      revocations,
      api: createHttpApi(router, version),
      connect: (socket, caller) => serveSocket(router, socket, caller),
    },
    rendererDirectory: findProgram().renderer,
    host: options.host,
    port: options.port,
    tls,
    allowedHosts: options.allowHost ?? [],
    requireSignIn: options.requireSignIn,
    now: Date.now,
    log: logToStderr,
  })
}

function readTls({ tlsCert, tlsKey }: ServeOptions): { certificate: string; key: string } | null {
  if (tlsCert === undefined && tlsKey === undefined) return null
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new CliProblem('TLS needs both --tls-cert and --tls-key.')
  }
  return { certificate: readPem(tlsCert), key: readPem(tlsKey) }
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CliProblem(`The file ${file} cannot be read (${fileReason(error)}).`, error)
  }
}
