import type { HttpRequest } from '../http-client.ts'
import { SourceFault } from '../source-fault.ts'

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** Headers that tell nothing about us and may go to a host we were sent to. */
const HARMLESS_HEADERS: readonly string[] = [
  'accept',
  'accept-language',
  'if-none-match',
  'if-modified-since',
]

/**
 * Where to ask next, or null when the answer is no redirect. Throws `redirected-away` where following would hand
 * the request to another host, or drop its encryption.
 */
export function redirectTarget(
  asked: Pick<HttpRequest, 'method' | 'followAnyOrigin'>,
  from: URL,
  status: number,
  location: string | undefined,
): URL | null {
  if (!REDIRECTS.includes(status)) return null
  const to = location === undefined ? null : URL.parse(location, from.href)
  if (to === null) throw new SourceFault('redirected-away', `HTTP ${status} without a usable Location`)
  if (to.protocol !== 'http:' && to.protocol !== 'https:') {
    throw new SourceFault('redirected-away', `redirected to a ${to.protocol} address`)
  }
  to.username = ''
  to.password = ''
  to.hash = ''
  if ((asked.method ?? 'GET') !== 'GET') {
    throw new SourceFault('redirected-away', `a ${asked.method} was redirected to ${to.host}`)
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new SourceFault('redirected-away', `redirected from https to http at ${to.host}`)
  }
  if (!isAtHome(from, to) && asked.followAnyOrigin !== true) {
    throw new SourceFault('redirected-away', `redirected to another host, ${to.host}`)
  }
  return to
}

/** The request's headers as they may be sent to `to`: all of them at home, only harmless ones elsewhere. */
export function headersFor(
  headers: Readonly<Record<string, string>>,
  home: URL,
  to: URL,
): Record<string, string> {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  const atHome = isAtHome(home, to)
  return Object.fromEntries(lowered.filter(([name]) => atHome || HARMLESS_HEADERS.includes(name)))
}

/** The same origin, or the same host after the usual step from http to https. Another port is another server. */
function isAtHome(home: URL, to: URL): boolean {
  if (to.origin === home.origin) return true
  const becameSecure = home.protocol === 'http:' && to.protocol === 'https:'
  return becameSecure && to.hostname === home.hostname && (to.port === '' || to.port === home.port)
}
