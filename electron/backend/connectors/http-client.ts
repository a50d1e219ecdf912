/** What a connector may ask of the network. It is given one; it never opens a connection itself. */
export interface HttpRequest {
  readonly url: string
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Default 30 s for the whole answer. */
  readonly timeoutMs?: number
  /** Default 32 MiB; a longer answer is `too-large`, checked while it arrives. */
  readonly maxBytes?: number
  readonly signal: AbortSignal
}

export interface HttpAnswer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Address after redirects within the same origin (others are refused unless `followAnyOrigin`). */
  readonly url: string
  /** Theirs minus ours in ms, from the Date header; null without one. */
  readonly clockSkewMs: number | null
}

/**
 * Answers 2xx and 304; everything else throws a SourceFault (401 `signed-out`, 403 `forbidden`, 404 and 410
 * `not-found`, 429 `rate-limited` with Retry-After, 5xx `server-error`, network, TLS, time, size).
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>
}
