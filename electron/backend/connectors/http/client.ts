import { rootCertificates } from 'node:tls'
import PQueue from 'p-queue'
import { Agent, request as send, type Dispatcher } from 'undici'
import type { HttpAnswer, HttpClient, HttpRequest } from '../http-client.ts'
import { SourceFault } from '../source-fault.ts'
import { readBody } from './body.ts'
import { clockSkew } from './clock-skew.ts'
import { wasDropped, networkFault } from './network-faults.ts'
import { headersFor, redirectTarget } from './redirects.ts'
import { statusFault } from './status-faults.ts'

const DEFAULT_TIMEOUT_MS = 30_000
const DEFAULT_MAX_BYTES = 32 * 1024 * 1024
const MOST_REDIRECTS = 5

export interface HttpClientOptions {
  /** Sent with every request, e.g. "Meridian/0.1.0". */
  readonly userAgent: string
  /** Our clock in UTC ms; skew is measured against it. */
  readonly now: () => number
  /** Certificate authorities in PEM trusted besides the built-in ones. */
  readonly trusted?: readonly string[]
}

/** The backend's one HttpClient. `close` ends its kept-alive connections. */
export function createHttpClient(options: HttpClientOptions): HttpClient & { close(): Promise<void> } {
  const trusted = options.trusted ?? []
  const agent = new Agent({
    connect: { timeout: 15_000, ...(trusted.length > 0 ? { ca: [...rootCertificates, ...trusted] } : {}) },
    // The time limit of the whole answer stands above these.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const turns = createTurns()

  async function request(asked: HttpRequest): Promise<HttpAnswer> {
    const first = parseAddress(asked.url)
    asked.signal.throwIfAborted()
    return await turns.take(first.host, asked.signal, async () => {
      const timeoutMs = asked.timeoutMs ?? DEFAULT_TIMEOUT_MS
      const deadline = AbortSignal.timeout(timeoutMs)
      try {
        return await follow(asked, first, AbortSignal.any([asked.signal, deadline]))
      } catch (error) {
        if (asked.signal.aborted) throw asked.signal.reason
        if (error instanceof SourceFault) throw error
        if (deadline.aborted)
          throw new SourceFault('timed-out', `no full answer within ${timeoutMs / 1000} s`)
        throw networkFault(error)
      }
    })
  }

  async function follow(asked: HttpRequest, first: URL, signal: AbortSignal): Promise<HttpAnswer> {
    let url = first
    for (let redirects = 0; ; redirects += 1) {
      const sentAt = options.now()
      const answer = await ask(asked, first, url, signal)
      const receivedAt = options.now()
      const headers = flatten(answer.headers)
      const next = redirectTarget(asked, url, answer.statusCode, headers['location'])
      if (next === null) {
        const fault = statusFault(answer.statusCode, headers, url, receivedAt)
        if (fault !== null) {
          await discard(answer)
          throw fault
        }
        return {
          status: answer.statusCode,
          headers,
          body: await readBody(answer.body, headers, asked.maxBytes ?? DEFAULT_MAX_BYTES),
          url: url.href,
          clockSkewMs: clockSkew(headers['date'], sentAt, receivedAt),
        }
      }
      await discard(answer)
      if (redirects === MOST_REDIRECTS) {
        throw new SourceFault('redirected-away', `more than ${MOST_REDIRECTS} redirects`)
      }
      url = next
    }
  }

  async function ask(
    asked: HttpRequest,
    first: URL,
    url: URL,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const method = asked.method ?? 'GET'
    const parts = {
      dispatcher: agent,
      method,
      signal,
      headers: {
        'user-agent': options.userAgent,
        'accept-encoding': 'gzip, deflate, br',
        ...headersFor(asked.headers ?? {}, first, url),
      },
      ...(asked.body === undefined ? {} : { body: asked.body }),
    }
    try {
      return await send(url, parts)
    } catch (error) {
      // A server may close a kept-alive connection in the moment we use it again: ask once more, GET only.
      if (method !== 'GET' || signal.aborted || !wasDropped(error)) throw error
      return await send(url, parts)
    }
  }

  return { request, close: () => agent.destroy() }
}

function parseAddress(address: string): URL {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new SourceFault('misconfigured', 'the address is not an http or https address')
  }
  if (url.username !== '' || url.password !== '') {
    throw new SourceFault('misconfigured', 'the address carries a user or password; use the fields for them')
  }
  url.hash = ''
  return url
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

async function discard(answer: Dispatcher.ResponseData): Promise<void> {
  // What is wrong with a body nobody reads is no news; the fault of the status is.
  await answer.body.dump({ limit: 64 * 1024 }).catch(() => undefined)
}

interface Turns {
  take<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** One request per host at a time: a help desk or status page must not feel us. */
function createTurns(): Turns {
  const queues = new Map<string, PQueue>()

  async function take<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const queue = queues.get(host) ?? new PQueue({ concurrency: 1 })
    queues.set(host, queue)
    try {
      return await queue.add(work, { signal })
    } finally {
      if (queue.size === 0 && queue.pending === 0) queues.delete(host)
    }
  }

  return { take }
}
