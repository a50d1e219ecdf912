import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { generate } from 'selfsigned'

/**
 * A stand-in for somebody else's server that misbehaves on order.
 *
 *   const vendor = await startVendorServer()
 *   vendor.on('/summary.json', rateLimited('2'), answering('{}', { type: 'application/json' }))
 *   … client asks vendor.address + '/summary.json' …
 *   await vendor.stop()
 *
 * Successive requests for a path get its behaviours in order; the last one repeats. Unknown paths get 404.
 */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

interface VendorRequest {
  readonly method: string
  /** Path with query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface VendorServer {
  /** Origin without a trailing slash. */
  readonly address: string
  /** PEM of the TLS certificate, for a client to trust; null without TLS. */
  readonly certificate: string | null
  /** Everything that was asked so far, oldest first. */
  readonly requests: readonly VendorRequest[]
  /** `path` is compared without its query. Replaces what the path did before. */
  on(path: string, ...behaviours: readonly [Behaviour, ...Behaviour[]]): void
  stop(): Promise<void>
}

export interface VendorServerOptions {
  /** Serve TLS with a certificate of this fault. The last two show only to a client that trusts `certificate`. */
  readonly tls?: 'self-signed' | 'expired' | 'wrong-host' | 'sound'
}

export async function startVendorServer(options: VendorServerOptions = {}): Promise<VendorServer> {
  const requests: VendorRequest[] = []
  const paths = new Map<string, Behaviour[]>()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const url = request.url ?? '/'
    const body = Buffer.concat(chunks).toString('utf8')
    requests.push({ method: request.method ?? 'GET', url, headers: request.headers, body })
    const behaviours = paths.get(url.split('?')[0] ?? url)
    const behaviour = behaviours && behaviours.length > 1 ? behaviours.shift() : behaviours?.[0]
    if (behaviour === undefined) return void response.writeHead(404).end('no such path')
    await behaviour(request, response)
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    // A client that hangs up in mid-answer is what several tests do on purpose.
    handle(request, response).catch(() => response.destroy())
  }

  const certificate = options.tls === undefined ? null : await certificateWith(options.tls)
  const server = certificate === null ? createHttpServer(listener) : createTlsServer(certificate, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the stand-in has no port')

  return {
    address: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${bound.port}`,
    certificate: certificate?.cert ?? null,
    requests,
    on(path, ...behaviours) {
      paths.set(path, [...behaviours])
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}

type TlsKind = Exclude<VendorServerOptions['tls'], undefined>

async function certificateWith(kind: TlsKind): Promise<{ key: string; cert: string }> {
  const expired = { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2020-02-01') }
  const name = kind === 'wrong-host' ? { type: 2 as const, value: 'elsewhere.test' } : LOOPBACK_NAME
  const pems = await generate([{ name: 'commonName', value: 'vendor.test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...(kind === 'expired' ? expired : {}),
    extensions: [{ name: 'subjectAltName', altNames: [name] }],
  })
  return { key: pems.private, cert: pems.cert }
}

const LOOPBACK_NAME = { type: 7 as const, ip: '127.0.0.1' }

export interface AnswerOptions {
  readonly status?: number
  /** Content-Type. */
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A plain answer with Content-Length. */
export function answering(body: string | Uint8Array, options: AnswerOptions = {}): Behaviour {
  return (_request, response) => {
    const bytes = Buffer.from(body)
    response.writeHead(options.status ?? 200, {
      'content-type': options.type ?? 'application/json',
      'content-length': bytes.length,
      ...options.headers,
    })
    response.end(bytes)
  }
}

/** Answers 304 when the request carries this ETag, and the body with it otherwise. */
export function answeringWithEtag(body: string, etag: string, options: AnswerOptions = {}): Behaviour {
  const headers = { ...options.headers, etag }
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
    return answering(body, { ...options, headers })(request, response)
  }
}

/** 429; `retryAfter` in seconds or as an HTTP date, null for none. */
export function rateLimited(retryAfter: string | null): Behaviour {
  return answering('slow down', {
    status: 429,
    type: 'text/plain',
    headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
  })
}

export function failing(status: number, body = 'no', type = 'text/plain'): Behaviour {
  return answering(body, { status, type })
}

export function redirecting(location: string, status: 301 | 302 | 303 | 307 | 308 = 302): Behaviour {
  return (_request, response) => void response.writeHead(status, { location }).end()
}

/** Waits before `next` answers. */
export function slow(delayMs: number, next: Behaviour): Behaviour {
  return async (request, response) => {
    await new Promise((done) => setTimeout(done, delayMs))
    await next(request, response)
  }
}

/** Sends the head and one byte every `everyMs`, without end: a total time limit must catch it. */
export function dripping(everyMs: number): Behaviour {
  return async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    while (!response.destroyed) {
      response.write(' ')
      await new Promise((done) => setTimeout(done, everyMs))
    }
  }
}

/** Promises the whole body in Content-Length (or chunked), sends `bytes` of it and drops the connection. */
export function truncated(body: string, bytes: number, options: { chunked?: boolean } = {}): Behaviour {
  return async (_request, response) => {
    const length = options.chunked === true ? {} : { 'content-length': Buffer.byteLength(body) }
    response.writeHead(200, { 'content-type': 'application/json', ...length })
    await new Promise((sent) => response.write(Buffer.from(body).subarray(0, bytes), sent))
    response.destroy()
  }
}

/** `bytes` of spaces after an opening brace, sent as they are; no Content-Length. */
export function huge(bytes: number): Behaviour {
  return async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{')
    await pipeline(chunksOf(' ', bytes), response)
  }
}

/** A small gzip body that unpacks to `bytes` of zeros. */
export function gzipBomb(bytes: number): Behaviour {
  return async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    await pipeline(chunksOf('\0', bytes), createGzip({ level: 9 }), response)
  }
}

function* chunksOf(character: string, bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(256 * 1024, character)
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk
}

/** A body packed as the header says. */
export function gzipped(body: string, options: AnswerOptions = {}): Behaviour {
  const headers = { ...options.headers, 'content-encoding': 'gzip' }
  return answering(gzipSync(body), { ...options, headers })
}

/** Drops the connection without a word. */
export function hangingUp(): Behaviour {
  return (request) => void request.socket.destroy()
}
