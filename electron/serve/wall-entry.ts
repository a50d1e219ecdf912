import type { IncomingMessage, ServerResponse } from 'node:http'
import { wallTokenCaller } from '../backend/access/wall-tokens.ts'
import { networkOf } from './addresses.ts'
import { refuse } from './answers.ts'
import { createAttemptLimit, type AttemptLimit } from './attempt-limit.ts'
import { writeCookie } from './cookies.ts'
import type { ProofRules } from './prove-caller.ts'

/** The longest a browser keeps a cookie (RFC 6265bis): a wall is set up once and then left alone. */
const COOKIE_SECONDS = 400 * 24 * 3600

export type WallEntry = (request: IncomingMessage, response: ServerResponse, address: URL) => void

/**
 * `/wall?token=…`: exchanges the token for a cookie and sends the browser to the same address without it, so that
 * it stays neither on the screen nor in the history.
 */
export function createWallEntry(rules: ProofRules): WallEntry {
  const attempts: AttemptLimit = createAttemptLimit({ free: 20, longestMs: 60_000 })

  return function enter(request, response, address) {
    const from = networkOf(request.socket.remoteAddress ?? '')
    const waitMs = attempts.take(from, rules.now())
    if (waitMs > 0) return refuse(response, 429, 'Too many attempts: try again in a minute.')
    const token = address.searchParams.get('token') ?? ''
    if (wallTokenCaller(rules.access, token, rules.now()) === null) {
      return refuse(response, 401, 'This wall token is unknown or was revoked: ask for a new one.')
    }
    attempts.clear(from)
    address.searchParams.delete('token')
    response.setHeader(
      'Set-Cookie',
      writeCookie('wall', token, { secure: rules.secure, maxAgeSeconds: COOKIE_SECONDS }),
    )
    response.writeHead(303, { Location: `${address.pathname}${address.search}`, 'Cache-Control': 'no-store' })
    response.end()
  }
}
