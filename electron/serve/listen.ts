import { lookup } from 'node:dns/promises'
import type { Server } from 'node:http'
import { ServeProblem } from './serve-problem.ts'

/** The IP address a `--host` stands for. Throws ServeProblem where the name is unknown. */
export async function resolveHost(host: string): Promise<string> {
  try {
    return (await lookup(host.replace(/^\[(.*)\]$/, '$1'))).address
  } catch (cause) {
    throw new ServeProblem(
      `There is no address for the host name ${host}: give --host an address of this machine.`,
      cause,
    )
  }
}

/** Resolves with the port once the server listens. Throws ServeProblem where it cannot. */
export async function listen(server: Server, address: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ host: address, port, backlog: 128 }, resolve)
  try {
    await promise
  } catch (cause) {
    throw new ServeProblem(listenProblem(cause, address, port), cause)
  }
  server.removeListener('error', reject)
  const bound = server.address()
  return bound !== null && typeof bound === 'object' ? bound.port : port
}

function listenProblem(cause: unknown, address: string, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use: stop what uses it, or choose another with --port.`
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has: choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL')
    return `${address} is not an address of this machine: choose another with --host.`
  return `Cannot listen on ${address} port ${port} (${String(code ?? cause)}): choose another with --host and --port.`
}
