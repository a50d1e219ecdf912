import type { IncomingMessage } from 'node:http'
import { isLoopbackAddress, plainAddress } from './addresses.ts'

const HOST = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+?)\.?)(?::\d{1,5})?$/i

/** Name or address of a Host header without port, brackets and final dot, lower case; null where it is no host. */
export function hostNameOf(header: string | undefined): string | null {
  const match = HOST.exec(header ?? '')
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}

/**
 * Whether the Host header names this server: a configured name, the address the connection came in on, or
 * `localhost` from this machine. Any other name is somebody's DNS record pointing here (DNS rebinding).
 */
export function isOwnHost(request: IncomingMessage, ownNames: readonly string[]): boolean {
  const name = hostNameOf(request.headers.host)
  if (name === null) return false
  if (ownNames.includes(name)) return true
  const localAddress = plainAddress(request.socket.localAddress ?? '')
  if (isLoopbackAddress(localAddress)) return name === 'localhost' || isLoopbackAddress(name)
  return name === localAddress
}

/**
 * Whether a page of this server may have sent the request. Browsers send Origin with every WebSocket and every
 * unsafe request; without one it comes from a program, which no page can steer. Without TLS of our own, an https
 * page may be ours all the same: a proxy before us ends TLS.
 */
export function isOwnOrigin(request: IncomingMessage, secure: boolean): boolean {
  const { origin, host = '' } = request.headers
  if (origin === undefined) return true
  const own = secure ? ['https'] : ['http', 'https']
  return own.some((scheme) => origin.toLowerCase() === `${scheme}://${host.toLowerCase()}`)
}

/**
 * Whether another site's page made the browser ask, other than by a link to here. It could not read the answer,
 * but should not be able to make us work either. Another port of this machine counts as another site.
 */
export function isForeignFetch(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return request.headers['sec-fetch-mode'] !== 'navigate' || request.method !== 'GET'
}
