import type { IncomingMessage } from 'node:http'
import type { Caller } from '../backend/access/caller.ts'
import { sessionCaller } from '../backend/access/sessions.ts'
import { wallTokenCaller } from '../backend/access/wall-tokens.ts'
import type { AccessStore } from '../backend/store/store.ts'
import { isLoopbackAddress } from './addresses.ts'
import { readCookie } from './cookies.ts'

/** What a caller was believed on, so that it can be looked at again later. */
export type Proof =
  | { readonly kind: 'loopback' }
  | { readonly kind: 'session'; readonly text: string }
  | { readonly kind: 'wall-token'; readonly text: string; readonly id: string }

export interface ProvenCaller {
  readonly caller: Caller
  readonly proof: Proof
}

export interface ProofRules {
  readonly access: AccessStore
  /** TLS: decides the cookies' names. */
  readonly secure: boolean
  /** Bound to loopback and not told to demand sign-in. */
  readonly trustsLoopback: boolean
  readonly now: () => number
}

const LOOPBACK_CALLER: Caller = { name: 'local', role: 'admin', via: 'loopback' }

/** Headers a proxy adds: the person then sits elsewhere, although the connection comes from this machine. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Who sends this request; null for nobody we know. A token in the Authorization header is the only thing looked at
 * where there is one. A session goes before this machine's own trust, and that before a wall's cookie, so that a
 * wall link once opened on the own machine takes nothing away there.
 */
export function proveCaller(request: IncomingMessage, rules: ProofRules): ProvenCaller | null {
  const bearer = bearerOf(request)
  if (bearer !== null) return byWallToken(bearer, rules)
  const session = readCookie(request, 'session', rules.secure)
  const signedIn = session === null ? null : bySession(session, rules)
  if (signedIn !== null) return signedIn
  if (rules.trustsLoopback && comesFromThisMachine(request)) {
    return { caller: LOOPBACK_CALLER, proof: { kind: 'loopback' } }
  }
  const wall = readCookie(request, 'wall', rules.secure)
  return wall === null ? null : byWallToken(wall, rules)
}

/** Whether the right a connection was opened with still holds, with the same role. */
export function stillProven({ caller, proof }: ProvenCaller, rules: ProofRules): boolean {
  if (proof.kind === 'loopback') return true
  const now = proof.kind === 'session' ? bySession(proof.text, rules) : byWallToken(proof.text, rules)
  return now !== null && now.caller.role === caller.role && now.caller.name === caller.name
}

function bySession(text: string, { access, now }: ProofRules): ProvenCaller | null {
  const caller = sessionCaller(access, text, now())
  return caller === null ? null : { caller, proof: { kind: 'session', text } }
}

function byWallToken(text: string, { access, now }: ProofRules): ProvenCaller | null {
  const wall = wallTokenCaller(access, text, now())
  return wall === null ? null : { caller: wall.caller, proof: { kind: 'wall-token', text, id: wall.id } }
}

function bearerOf({ headers }: IncomingMessage): string | null {
  if (headers.authorization === undefined) return null
  // Any other scheme is an attempt to prove something we cannot check: it proves nothing.
  return /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1] ?? ''
}

function comesFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false
  return isLoopbackAddress(socket.remoteAddress ?? '')
}
