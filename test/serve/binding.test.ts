import { networkInterfaces } from 'node:os'
import { generate } from 'selfsigned'
import { describe, expect, test } from 'vitest'
import { ask, cookieOf, postJson } from './support/ask.ts'
import { PASSWORD, startTestServer } from './support/running-server.ts'
import { openSocket } from './support/socket.ts'

const users = { root: 'admin' } as const

async function selfSigned(): Promise<{ certificate: string; key: string }> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { certificate: cert, key }
}

describe('an address that others reach', () => {
  test('needs an administrator first', async () => {
    await expect(startTestServer({ host: '0.0.0.0' })).rejects.toThrow('meridian user add NAME --role admin')
    await expect(startTestServer({ host: '0.0.0.0', users: { tom: 'operator' } })).rejects.toThrow(
      'administrator',
    )
  })

  test('demands sign-in even from this machine, and warns without TLS', async () => {
    const { address, warnings } = await startTestServer({ host: '0.0.0.0', users })
    expect(warnings).toHaveLength(1)
    const local = `http://127.0.0.1:${new URL(address).port}/`
    expect((await ask(local, { path: '/api/app' })).status).toBe(401)
    await expect(openSocket(local)).rejects.toThrow('401')
  })

  const outward = Object.values(networkInterfaces())
    .flat()
    .find((found) => found?.family === 'IPv4' && !found.internal)
  test.skipIf(outward === undefined)('answers to that address by its own name only', async () => {
    const { address } = await startTestServer({ host: '0.0.0.0', users })
    const { port } = new URL(address)
    const reached = `http://${outward?.address ?? ''}:${port}/`
    expect((await ask(reached, { path: '/healthz' })).status).toBe(200)
    expect((await ask(reached, { path: '/healthz', headers: { Host: `localhost:${port}` } })).status).toBe(
      421,
    )
    expect((await ask(reached, { path: '/healthz', headers: { Host: 'evil.example' } })).status).toBe(421)
  })
})

describe('TLS', () => {
  test('serves pages, sign-in and sockets; the cookie is bound to this host and to TLS', async () => {
    const tls = await selfSigned()
    const { address, warnings } = await startTestServer({
      tls,
      host: '127.0.0.1',
      requireSignIn: true,
      users,
    })
    expect(address).toMatch(/^https:/)
    expect(warnings).toEqual([])
    const signedIn = await postJson(
      address,
      '/session',
      { name: 'root', password: PASSWORD },
      {},
      tls.certificate,
    )
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(
      /^__Host-meridian-session=.*; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
    )
    const socket = await openSocket(address, {
      ca: tls.certificate,
      headers: { Cookie: cookieOf(signedIn), Origin: address.slice(0, -1) },
    })
    expect(await socket.say('hello')).toBe('root admin 5')
    const plainOrigin = { Cookie: cookieOf(signedIn), Origin: address.slice(0, -1).replace('https', 'http') }
    await expect(openSocket(address, { ca: tls.certificate, headers: plainOrigin })).rejects.toThrow('403')
    const unprefixed = cookieOf(signedIn).replace('__Host-', '')
    expect(
      (await ask(address, { path: '/api/app', headers: { Cookie: unprefixed }, ca: tls.certificate })).status,
    ).toBe(401)
  })

  test('a certificate without its key does not start', async () => {
    const [one, other] = [await selfSigned(), await selfSigned()]
    await expect(startTestServer({ tls: { certificate: one.certificate, key: other.key } })).rejects.toThrow(
      'belong together',
    )
    await expect(startTestServer({ tls: { certificate: 'no', key: 'no' } })).rejects.toThrow('PEM')
  })
})

describe('an address that cannot be served', () => {
  test('a port in use, an unknown name, a foreign address: one sentence each', async () => {
    const { address } = await startTestServer()
    await expect(startTestServer({ port: Number(new URL(address).port) })).rejects.toThrow(
      /^Port \d+ on 127.0.0.1 is in use: /,
    )
    await expect(startTestServer({ host: 'no-such-name.invalid' })).rejects.toThrow(
      'There is no address for the host name',
    )
    await expect(startTestServer({ host: '203.0.113.9', users })).rejects.toThrow(
      'is not an address of this machine',
    )
  })
})

test('stopping says goodbye to sockets and ends streams', async () => {
  const server = await startTestServer()
  const socket = await openSocket(server.address)
  const stream = await fetch(new URL('/api/stream', server.address))
  const before = Date.now()
  await server.stop()
  expect(Date.now() - before).toBeLessThan(2000)
  expect((await socket.closed).code).toBe(1001)
  await expect(stream.text()).rejects.toThrow('terminated')
})
