import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { SESSION_LONGEST_MS, sessionCaller, signIn, signOut } from '../backend/access/sessions.ts'
import { networkOf } from './addresses.ts'
import { answerJson, refuse } from './answers.ts'
import { createAttemptLimit } from './attempt-limit.ts'
import { readCookie, writeCookie } from './cookies.ts'
import type { LiveConnections } from './live-connections.ts'
import { proveCaller, type ProofRules } from './prove-caller.ts'
import { BodyRefusal, readJson } from './read-json.ts'

const credentials = z.strictObject({ name: z.string().min(1).max(64), password: z.string().min(1).max(200) })

const MAX_BODY_BYTES = 4096
const MINUTE_MS = 60_000
/** One guess costs 128 MiB and a third of a second: a flood of them must not stop the board. */
const MOST_AT_ONCE = 2

export type SignInDesk = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * `/session`: GET says who one is (`{ caller }`, null for nobody), POST `{ name, password }` signs in, DELETE signs
 * out. Wrong pairs are answered 401 alike for known and unknown names; 429 with Retry-After when to wait.
 */
export function createSignInDesk(rules: ProofRules, connections: LiveConnections): SignInDesk {
  const { access, secure, now } = rules
  const byAddress = createAttemptLimit({ free: 5, longestMs: 15 * MINUTE_MS })
  // Shorter: whoever guesses at a name from many addresses must not lock its owner out for long.
  const byName = createAttemptLimit({ free: 10, longestMs: MINUTE_MS / 2 })
  let guesses = 0

  return function answer(request, response) {
    if (request.method === 'POST') return open(request, response)
    if (request.method === 'DELETE') return Promise.resolve(close(request, response))
    return Promise.resolve(answerJson(response, { caller: proveCaller(request, rules)?.caller ?? null }))
  }

  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readCredentials(request)
    const address = networkOf(request.socket.remoteAddress ?? '')
    const name = body.name.toLowerCase()
    const waitMs = byAddress.take(address, now()) || byName.take(name, now())
    if (waitMs > 0) return wait(response, waitMs)
    if (guesses >= MOST_AT_ONCE) return wait(response, 1000)
    guesses += 1
    const text = await signIn(access, { name, password: body.password }, now()).finally(() => {
      guesses -= 1
    })
    if (text === null) return refuse(response, 401, 'This name and password do not belong together.')
    byAddress.clear(address)
    byName.clear(name)
    response.setHeader(
      'Set-Cookie',
      writeCookie('session', text, { secure, maxAgeSeconds: SESSION_LONGEST_MS / 1000 }),
    )
    answerJson(response, { caller: sessionCaller(access, text, now()) })
  }

  function close(request: IncomingMessage, response: ServerResponse): void {
    const text = readCookie(request, 'session', secure)
    if (text !== null) {
      signOut(access, text)
      connections.endSession(text)
    }
    response.setHeader('Set-Cookie', writeCookie('session', '', { secure, maxAgeSeconds: 0 }))
    answerJson(response, { caller: null })
  }
}

async function readCredentials(request: IncomingMessage): Promise<z.infer<typeof credentials>> {
  const body = credentials.safeParse(await readJson(request, MAX_BODY_BYTES))
  if (!body.success) throw new BodyRefusal(400, 'Send { "name": …, "password": … } as texts.')
  return body.data
}

function wait(response: ServerResponse, waitMs: number): void {
  const seconds = Math.ceil(waitMs / 1000)
  refuse(response, 429, `Too many attempts: try again in ${seconds} s.`, { 'Retry-After': String(seconds) })
}
