import { createHash } from 'node:crypto'
import type { HttpAnswer, HttpClient } from '../http-client.ts'

/** What a server gave us to ask "has it changed?" with, and the hash of the body for those that gave nothing. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string | null
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null }

export interface ConditionalAnswer {
  /** Null where the server, or the hash of what it sent, says that nothing has changed. */
  readonly answer: HttpAnswer | null
  readonly validators: Validators
  /** The server's own wish, from Cache-Control. */
  readonly pollAfterMs: number | null
  readonly clockSkewMs: number | null
}

interface ConditionalRequest {
  readonly url: string
  readonly accept: string
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** A page that may be cached for a year is misconfigured: no wish silences a source for longer than a day. */
const LONGEST_WISH_MS = 24 * 3_600_000

/** Asks a public address with If-None-Match and If-Modified-Since. Throws SourceFault as the client does. */
export async function requestIfChanged(
  http: HttpClient,
  asked: ConditionalRequest,
  known: Validators,
): Promise<ConditionalAnswer> {
  const answer = await http.request({
    url: asked.url,
    headers: {
      accept: asked.accept,
      ...(known.etag === null ? {} : { 'if-none-match': known.etag }),
      ...(known.lastModified === null ? {} : { 'if-modified-since': known.lastModified }),
    },
    maxBytes: asked.maxBytes,
    signal: asked.signal,
    // Status pages move between hosts and nothing secret is sent; what comes back must prove what it is.
    followAnyOrigin: true,
  })
  const pollAfterMs = maxAgeMs(answer.headers['cache-control'])
  const { clockSkewMs } = answer
  if (answer.status === 304) return { answer: null, validators: known, pollAfterMs, clockSkewMs }
  const bodyHash = createHash('sha256').update(answer.body).digest('hex')
  const validators = {
    etag: answer.headers['etag'] ?? null,
    lastModified: answer.headers['last-modified'] ?? null,
    bodyHash,
  }
  return { answer: bodyHash === known.bodyHash ? null : answer, validators, pollAfterMs, clockSkewMs }
}

function maxAgeMs(cacheControl: string | undefined): number | null {
  const seconds = Number(/(?:^|[\s,])max-age=(\d{1,9})/i.exec(cacheControl ?? '')?.[1] ?? 0)
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_WISH_MS) : null
}
