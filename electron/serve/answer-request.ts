import type { IncomingMessage, ServerResponse } from 'node:http'
import { keepSession } from '../backend/access/sessions.ts'
import type { HttpApi } from '../backend/api/serve-http.ts'
import { MAX_FRAME_BYTES } from '../backend/api/serve-socket.ts'
import { answerJson, refuse } from './answers.ts'
import { isForeignFetch, isOwnHost, isOwnOrigin } from './host-check.ts'
import type { LiveConnections } from './live-connections.ts'
import { proveCaller, type ProofRules } from './prove-caller.ts'
import { BodyRefusal } from './read-json.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { SignInDesk } from './sign-in.ts'
import type { StaticFiles } from './static-files.ts'
import type { WallEntry } from './wall-entry.ts'

export interface RequestParts {
  readonly rules: ProofRules
  readonly ownNames: readonly string[]
  readonly connections: LiveConnections
  readonly signIn: SignInDesk
  readonly wall: WallEntry
  readonly api: HttpApi
  readonly files: StaticFiles
}

const SAFE_METHODS = ['GET', 'HEAD']
const API_METHODS = [...SAFE_METHODS, 'POST', 'PUT', 'PATCH', 'DELETE']
const SESSION_METHODS = ['GET', 'POST', 'DELETE']

/** Every request goes through here: who it is addressed to, whether a foreign page sent it, then what it wants. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  parts: RequestParts,
): Promise<void> {
  setSecurityHeaders(response)
  if (!isOwnHost(request, parts.ownNames)) return refuse(response, 421, WRONG_HOST)
  const address = addressOf(request)
  if (address === null) return refuse(response, 400, 'This is not an address of this server.')
  const path = decodedPath(address)
  if (path === null) return refuse(response, 400, 'This address is not readable.')

  const isApi = path === '/api' || path.startsWith('/api/')
  const isSession = path === '/session'
  const methods = isApi ? API_METHODS : isSession ? SESSION_METHODS : SAFE_METHODS
  if (!methods.includes(request.method ?? '')) {
    return refuse(response, 405, 'This is not possible here.', { Allow: methods.join(', ') })
  }
  const isSafe = SAFE_METHODS.includes(request.method ?? '')
  if (
    ((isApi || isSession) && isForeignFetch(request)) ||
    (!isSafe && !isOwnOrigin(request, parts.rules.secure))
  ) {
    return refuse(response, 403, 'A page of another site may not do this.')
  }

  if (path === '/healthz') return answerJson(response, { status: 'ok' })
  if (isSession) return parts.signIn(request, response)
  if (isApi) return answerApi(request, response, path, parts)
  if (path === '/wall' && address.searchParams.has('token')) return parts.wall(request, response, address)
  return parts.files(request, response, path)
}

const WRONG_HOST =
  'This server does not answer to that name: use its own address, or add the name with --allow-host when it is started.'

async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { api, connections, rules }: RequestParts,
): Promise<void> {
  const proven = proveCaller(request, rules)
  if (proven === null) {
    return refuse(response, 401, 'Sign in first.', { 'WWW-Authenticate': 'Bearer realm="Meridian"' })
  }
  if (request.headers['transfer-encoding'] !== undefined) {
    return refuse(response, 411, 'Say how long the body is (Content-Length).')
  }
  if (Number(request.headers['content-length'] ?? 0) > MAX_FRAME_BYTES) {
    return refuse(
      response,
      413,
      `The body is longer than ${MAX_FRAME_BYTES} bytes: import such a file with "meridian tickets import".`,
    )
  }
  if (path === '/api' || path === '/api/') {
    response.writeHead(303, { Location: '/api/openapi.json' })
    response.end()
    return
  }
  if (proven.proof.kind === 'session') keepSession(rules.access, proven.proof.text, rules.now())
  // A stream of changes stays open for hours: it ends with the right it was opened with.
  const forget = connections.add({ ...proven, close: () => response.destroy() })
  response.once('close', forget)
  response.setHeader('Cache-Control', 'no-store')
  const answered = await api.handle(request, response, proven.caller)
  if (!answered) refuse(response, 404, 'There is no such operation.')
}

/** Turns a failure into an answer. A BodyRefusal is the sender's fault and says so; anything else is ours. */
export function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof BodyRefusal) return refuse(response, error.status, error.message)
  refuse(response, 500, 'Something went wrong here; the server log says what.')
}

/** The absolute form (`GET http://…`) and `//host` would name another server than the Host header: refused. */
function addressOf({ url = '' }: IncomingMessage): URL | null {
  return /^\/(?!\/)/.test(url) ? URL.parse(url, 'http://here') : null
}

function decodedPath({ pathname }: URL): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
