import { afterEach, expect, test } from 'vitest'
import { createHttpClient } from '../../../../electron/backend/connectors/http/client.ts'
import type { HttpAnswer, HttpRequest } from '../../../../electron/backend/connectors/http-client.ts'
import { SourceFault } from '../../../../electron/backend/connectors/source-fault.ts'
import {
  answering,
  answeringWithEtag,
  dripping,
  failing,
  gzipBomb,
  gzipped,
  hangingUp,
  huge,
  rateLimited,
  redirecting,
  slow,
  startVendorServer,
  truncated,
  type VendorServer,
  type VendorServerOptions,
} from '../../../servers/vendor-server.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function vendorServer(options?: VendorServerOptions): Promise<VendorServer> {
  const vendor = await startVendorServer(options)
  cleanups.push(() => vendor.stop())
  return vendor
}

function ask(
  url: string,
  options: Partial<HttpRequest> = {},
  trusted: readonly string[] = [],
): Promise<HttpAnswer> {
  const client = createHttpClient({ userAgent: 'Meridian/test', now: Date.now, trusted })
  cleanups.push(() => client.close())
  return client.request({ url, signal: new AbortController().signal, ...options })
}

async function faultOf(answer: Promise<unknown>): Promise<SourceFault> {
  const error = await answer.then(
    () => new Error('answered'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof SourceFault)) throw error
  return error
}

function textOf(answer: HttpAnswer): string {
  return Buffer.from(answer.body).toString('utf8')
}

test('answers with status, lower-case headers, body and our name in the request', async () => {
  const vendor = await vendorServer()
  vendor.on('/a', answering('{"ok":true}', { headers: { 'X-Thing': 'Yes' } }))
  const answer = await ask(`${vendor.address}/a?b=1#part`, { headers: { Accept: 'application/json' } })
  expect(answer).toMatchObject({ status: 200, url: `${vendor.address}/a?b=1` })
  expect(answer.headers['x-thing']).toBe('Yes')
  expect(textOf(answer)).toBe('{"ok":true}')
  expect(vendor.requests[0]?.headers).toMatchObject({
    'user-agent': 'Meridian/test',
    accept: 'application/json',
  })
})

test('hands on 304', async () => {
  const vendor = await vendorServer()
  vendor.on('/a', answeringWithEtag('{}', '"one"'))
  const answer = await ask(`${vendor.address}/a`, { headers: { 'If-None-Match': '"one"' } })
  expect(answer.status).toBe(304)
  expect(answer.body).toHaveLength(0)
})

test.each([
  [401, 'signed-out'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [410, 'not-found'],
  [206, 'truncated'],
  [500, 'server-error'],
  [503, 'server-error'],
  [418, 'not-the-expected-source'],
  [300, 'redirected-away'],
])('HTTP %i is the fault %s', async (status, code) => {
  const vendor = await vendorServer()
  vendor.on('/path', failing(status))
  const fault = await faultOf(ask(`${vendor.address}/path?token=secret`))
  expect(fault.code).toBe(code)
  expect(fault.detail).toBe(`HTTP ${status} from /path`)
})

test('says how long the server asked us to wait', async () => {
  const vendor = await vendorServer()
  vendor.on('/a', rateLimited('7'))
  expect(await faultOf(ask(`${vendor.address}/a`))).toMatchObject({
    code: 'rate-limited',
    retryAfterMs: 7000,
  })
  vendor.on('/a', rateLimited(null))
  expect(await faultOf(ask(`${vendor.address}/a`))).toMatchObject({
    code: 'rate-limited',
    retryAfterMs: null,
  })
})

test('gives up on slow and on endlessly dripping answers', async () => {
  const vendor = await vendorServer()
  vendor.on('/slow', slow(5000, answering('{}')))
  vendor.on('/drip', dripping(20))
  const asked = [
    ask(`${vendor.address}/slow`, { timeoutMs: 150 }),
    ask(`${vendor.address}/drip`, { timeoutMs: 150 }),
  ]
  for (const answer of asked) {
    expect(await faultOf(answer)).toMatchObject({ code: 'timed-out', detail: 'no full answer within 0.15 s' })
  }
})

test("an abort rejects with the caller's own reason, also while waiting for its turn", async () => {
  const vendor = await vendorServer()
  vendor.on('/slow', slow(5000, answering('{}')))
  const client = createHttpClient({ userAgent: 'Meridian/test', now: Date.now })
  cleanups.push(() => client.close())
  const stop = new AbortController()
  const reason = new Error('source removed')
  const asked = [1, 2].map(() => client.request({ url: `${vendor.address}/slow`, signal: stop.signal }))
  setTimeout(() => stop.abort(reason), 50)
  for (const outcome of await Promise.allSettled(asked)) {
    expect(outcome).toEqual({ status: 'rejected', reason })
  }
})

test('asks one host one thing at a time', async () => {
  const vendor = await vendorServer()
  let atOnce = 0
  let most = 0
  vendor.on('/a', async (request, response) => {
    most = Math.max(most, ++atOnce)
    await slow(20, answering('{}'))(request, response)
    atOnce -= 1
  })
  const client = createHttpClient({ userAgent: 'Meridian/test', now: Date.now })
  cleanups.push(() => client.close())
  const { signal } = new AbortController()
  await Promise.all([1, 2, 3, 4].map(() => client.request({ url: `${vendor.address}/a`, signal })))
  expect(vendor.requests).toHaveLength(4)
  expect(most).toBe(1)
})

test.each([
  ['by its Content-Length', truncated('{"a":"long enough"}', 5)],
  ['in chunks', truncated('{"a":"long enough"}', 5, { chunked: true })],
])('notices half an answer, framed %s', async (_name, behaviour) => {
  const vendor = await vendorServer()
  vendor.on('/a', behaviour)
  expect((await faultOf(ask(`${vendor.address}/a`))).code).toBe('truncated')
})

test('notices half a packed answer and a damaged one', async () => {
  const vendor = await vendorServer()
  const packed = Buffer.from((await import('node:zlib')).gzipSync('x'.repeat(10_000) + Math.random()))
  const headers = { 'content-encoding': 'gzip' }
  vendor.on('/half', answering(packed.subarray(0, 30), { headers }))
  vendor.on('/damaged', answering('this is not gzip', { headers }))
  expect((await faultOf(ask(`${vendor.address}/half`))).code).toBe('truncated')
  expect((await faultOf(ask(`${vendor.address}/damaged`))).code).toBe('unreadable')
})

test('unpacks gzip', async () => {
  const vendor = await vendorServer()
  vendor.on('/a', gzipped('{"a":1}'))
  expect(textOf(await ask(`${vendor.address}/a`))).toBe('{"a":1}')
})

test('stops reading at the size limit: announced, unannounced and packed', async () => {
  const vendor = await vendorServer()
  vendor.on('/announced', answering('x'.repeat(5000)))
  vendor.on('/unannounced', huge(50 * 1024 * 1024))
  vendor.on('/bomb', gzipBomb(2 * 1024 * 1024 * 1024))
  for (const path of ['/announced', '/unannounced', '/bomb']) {
    expect((await faultOf(ask(vendor.address + path, { maxBytes: 4096 }))).code).toBe('too-large')
  }
})

test('asks once more when a kept-alive connection was dropped, and then gives up', async () => {
  const vendor = await vendorServer()
  vendor.on('/once', hangingUp(), answering('{}'))
  expect((await ask(`${vendor.address}/once`)).status).toBe(200)
  vendor.on('/always', hangingUp())
  expect((await faultOf(ask(`${vendor.address}/always`))).code).toBe('unreachable')
  expect(vendor.requests.filter(({ url }) => url === '/always')).toHaveLength(2)
})

test('follows redirects at home with everything it was given', async () => {
  const vendor = await vendorServer()
  vendor.on('/a', redirecting('/b?c=1'))
  vendor.on('/b', answering('{}'))
  const answer = await ask(`${vendor.address}/a`, { headers: { authorization: 'token secret' } })
  expect(answer.url).toBe(`${vendor.address}/b?c=1`)
  expect(vendor.requests[1]?.headers.authorization).toBe('token secret')
})

test('does not go to another host unless told, and then without credentials', async () => {
  const home = await vendorServer()
  const elsewhere = await vendorServer()
  home.on('/a', redirecting(`${elsewhere.address}/b`))
  elsewhere.on('/b', answering('{}'))
  const headers = { authorization: 'token secret', cookie: 'a=b', 'x-api-key': 'k', accept: 'text/xml' }
  const fault = await faultOf(ask(`${home.address}/a`, { headers }))
  expect(fault.code).toBe('redirected-away')
  expect(elsewhere.requests).toHaveLength(0)

  const answer = await ask(`${home.address}/a`, { headers, followAnyOrigin: true })
  expect(answer.url).toBe(`${elsewhere.address}/b`)
  expect(elsewhere.requests[0]?.headers).toMatchObject({ accept: 'text/xml' })
  for (const name of ['authorization', 'cookie', 'x-api-key']) {
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty(name)
  }
})

test('does not run in circles', async () => {
  const vendor = await vendorServer()
  vendor.on('/a', redirecting('/a'))
  expect((await faultOf(ask(`${vendor.address}/a`))).code).toBe('redirected-away')
  expect(vendor.requests).toHaveLength(6)
})

test.each([
  ['self-signed', false, 'the certificate is self-signed'],
  ['expired', true, 'the certificate has expired'],
  ['wrong-host', true, 'the certificate is for another host name'],
] as const)('names a certificate that is %s', async (tls, isTrusted, detail) => {
  const vendor = await vendorServer({ tls })
  vendor.on('/a', answering('{}'))
  const trusted = isTrusted && vendor.certificate !== null ? [vendor.certificate] : []
  expect(await faultOf(ask(`${vendor.address}/a`, {}, trusted))).toMatchObject({ code: 'tls-failed', detail })
  expect(vendor.requests).toHaveLength(0)
})

test('speaks TLS with an authority it was told to trust', async () => {
  const vendor = await vendorServer({ tls: 'sound' })
  vendor.on('/a', answering('{}'))
  expect((await ask(`${vendor.address}/a`, {}, [vendor.certificate ?? ''])).status).toBe(200)
})

test('names TLS against a plain port, a closed port and an unknown host', async () => {
  const vendor = await vendorServer()
  expect((await faultOf(ask(vendor.address.replace('http:', 'https:')))).code).toBe('tls-failed')
  await vendor.stop()
  expect((await faultOf(ask(vendor.address))).code).toBe('connection-refused')
  expect((await faultOf(ask('http://status.meridian.invalid/'))).code).toBe('name-not-found')
})

test.each(['ftp://host.test/', 'not an address', 'file:///etc/hostname', 'http://user:pass@host.test/'])(
  'refuses the address %s',
  async (url) => {
    const fault = await faultOf(ask(url))
    expect(fault.code).toBe('misconfigured')
    expect(fault.message).not.toContain('pass@')
  },
)

test('measures how far the clocks are apart', async () => {
  const vendor = await vendorServer()
  const hourBehind = new Date(Date.now() - 3_600_000).toUTCString()
  vendor.on('/behind', answering('{}', { headers: { date: hourBehind } }))
  vendor.on('/now', answering('{}'))
  expect((await ask(`${vendor.address}/behind`)).clockSkewMs).toBeCloseTo(-3_600_000, -4)
  expect((await ask(`${vendor.address}/now`)).clockSkewMs).toBe(0)
})
