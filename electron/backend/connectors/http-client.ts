/** What a connector may ask of the network. It is given one; it never opens a connection itself. */
export interface HttpRequest {
  /** http or https, without user and password in it. */
  readonly url: string
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Default 30 s for the whole answer, redirects and body included. */
  readonly timeoutMs?: number
  /** Default 32 MiB, counted after unpacking; a longer answer is `too-large`, checked while it arrives. */
  readonly maxBytes?: number
  /**
   * Follow redirects to other hosts, for public status feeds that moved. Everything that could be a credential is
   * left behind. Never from https to http.
   */
  readonly followAnyOrigin?: boolean
  /** Aborting rejects with the signal's own reason, not with a SourceFault: nobody is at fault. */
  readonly signal: AbortSignal
}

export interface HttpAnswer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** Unpacked (gzip, deflate, br). */
  readonly body: Uint8Array
  /** Address after redirects within the same origin (others are refused unless `followAnyOrigin`). */
  readonly url: string
  /** Theirs minus ours in ms, from the Date header; 0 within its one-second grain; null without one. */
  readonly clockSkewMs: number | null
}

/**
 * Answers 2xx and 304; everything else throws a SourceFault (401 `signed-out`, 403 `forbidden`, 404 and 410
 * `not-found`, 429 `rate-limited` with Retry-After, 5xx `server-error`, network, TLS, time, size). One request per
 * host at a time. Only GET follows redirects: within the origin, and from http to https on the same host.
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>
}
