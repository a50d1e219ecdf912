import { symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from './support/ask.ts'
import { startTestServer, temporaryDirectory } from './support/running-server.ts'

const page = { Accept: 'text/html' }

describe('paths that lead out of the pages', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//secret.txt',
    '/./../secret.txt',
    '/secret.txt%00.html',
    '/%252e%252e/secret.txt',
  ])('%s', async (path) => {
    const { address } = await startTestServer()
    const answer = await ask(address, { path })
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('not for the network')
  })

  test('a link out of the directory is not followed', async () => {
    const dataDirectory = temporaryDirectory()
    const first = await startTestServer({ dataDirectory })
    symlinkSync(join(dataDirectory, 'secret.txt'), join(first.rendererDirectory, 'linked.txt'))
    await first.stop()
    const { address } = await startTestServer({ dataDirectory })
    expect((await ask(address, { path: '/linked.txt' })).status).toBe(404)
  })

  test('an escape that is no text is a bad request', async () => {
    const { address } = await startTestServer()
    expect((await ask(address, { path: '/%E0%A4%A' })).status).toBe(400)
  })
})

test('app routes give the page, missing files 404, source maps nothing', async () => {
  const { address } = await startTestServer()
  for (const path of ['/', '/board', '/ticket/desk:12.5', '/wall']) {
    const answer = await ask(address, { path, headers: page })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<title>Meridian</title>')
    expect(answer.headers['cache-control']).toBe('no-cache')
  }
  const missing = ['/assets/gone-1.js', '/assets/gone', '/favicon.ico', '/assets/index-1a2b3c.js.map']
  const answers = await Promise.all(missing.map((path) => ask(address, { path, headers: page })))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect((await ask(address, { path: '/board', headers: { Accept: '*/*' } })).status).toBe(404)
})

test('assets never change and are compressed once asked for', async () => {
  const { address } = await startTestServer()
  const path = '/assets/index-1a2b3c.js'
  const plain = await ask(address, { path })
  expect(plain.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  })
  const zipped = await fetch(new URL(path, address), { headers: { 'Accept-Encoding': 'gzip' } })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(Number(zipped.headers.get('content-length'))).toBeLessThan(plain.text.length / 4)
  expect(await zipped.text()).toBe(plain.text)
  const refusesGzip = await ask(address, { path, headers: { 'Accept-Encoding': 'gzip;q=0, br' } })
  expect(refusesGzip.headers['content-encoding']).toBeUndefined()
  expect(refusesGzip.text).toBe(plain.text)
})

test('an unchanged page is not sent again, and HEAD sends none', async () => {
  const { address } = await startTestServer()
  const { headers } = await ask(address)
  const again = await ask(address, { headers: { 'If-None-Match': headers.etag ?? '' } })
  expect(again).toMatchObject({ status: 304, text: '' })
  expect(await ask(address, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
})

test.each(['POST', 'PUT', 'DELETE', 'TRACE', 'PROPFIND', 'OPTIONS'])(
  '%s of a page is not possible',
  async (method) => {
    const { address } = await startTestServer()
    expect(await ask(address, { method, path: '/board' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  },
)

test('every answer carries the security headers, refusals too', async () => {
  const { address } = await startTestServer()
  const answers = [
    await ask(address),
    await ask(address, { path: '/none.js' }),
    await ask(address, { headers: { Host: 'x' } }),
  ]
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test('headers beyond 16 KiB and requests without a Host end the connection', async () => {
  const { address } = await startTestServer()
  expect((await ask(address, { headers: { Cookie: 'a'.repeat(20_000) } })).status).toBe(431)
  const { port } = new URL(address)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n\r\n'))
  socket.on('data', (data) => resolve(data.toString()))
  socket.on('error', reject)
  expect(await promise).toMatch(/^HTTP\/1.1 400/)
  socket.destroy()
})

test('without built pages it does not start', async () => {
  await expect(startTestServer({ rendererDirectory: '/nowhere/at/all' })).rejects.toThrow('npm run build')
})
