import { describe, expect, test } from 'vitest'
import { ask } from './support/ask.ts'
import { startTestServer } from './support/running-server.ts'
import { openSocket } from './support/socket.ts'

describe('a name that somebody else pointed here (DNS rebinding)', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.0.2.7',
    '[::2]',
    'a b',
    '127.0.0.1@evil.example',
  ])('Host %s is refused before anything else', async (host) => {
    const { address } = await startTestServer()
    const refused = await ask(address, { path: '/api/app', headers: { Host: host } })
    expect(refused.status).toBe(421)
    expect(refused.text).not.toContain('admin')
    await expect(openSocket(address, { headers: { Host: host } })).rejects.toThrow('421')
  })

  test('the own address, localhost and a configured name are answered', async () => {
    const { address } = await startTestServer({ allowedHosts: ['Hub.Example'] })
    const { port } = new URL(address)
    for (const host of [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      'LOCALHOST',
      'localhost.',
      '[::1]',
      'hub.example',
      'HUB.example:8443',
    ]) {
      expect((await ask(address, { path: '/api/app', headers: { Host: host } })).status).toBe(200)
    }
  })

  test('a target that names another server than the Host header is refused', async () => {
    const { address } = await startTestServer()
    for (const path of ['http://evil.example/api/app', '//evil.example/api/app', '*']) {
      expect((await ask(address, { path })).status).toBe(400)
    }
  })
})

describe('a page of another site', () => {
  test('opens no socket', async () => {
    const { address } = await startTestServer()
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      await expect(openSocket(address, { headers: { Origin: origin } })).rejects.toThrow('403')
    }
    const own = await openSocket(address, { headers: { Origin: address.slice(0, -1) } })
    expect(await own.say('hello')).toBe('local admin 5')
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('cannot %s, though the person could', async (method) => {
    const { address } = await startTestServer()
    const foreign = { Origin: 'https://evil.example' }
    expect((await ask(address, { method, path: '/api/sources', headers: foreign })).status).toBe(403)
    expect((await ask(address, { method, path: '/session', headers: foreign })).status).toBe(
      method === 'POST' || method === 'DELETE' ? 403 : 405,
    )
    const own = { Origin: address.slice(0, -1) }
    expect((await ask(address, { method, path: '/api/sources', headers: own })).status).toBe(200)
  })

  test('cannot make the browser fetch from the api, but may link to the board', async () => {
    const { address } = await startTestServer()
    for (const site of ['cross-site', 'same-site']) {
      const fetched = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors' }
      expect((await ask(address, { path: '/api/app', headers: fetched })).status).toBe(403)
    }
    const linked = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', Accept: 'text/html' }
    expect((await ask(address, { path: '/board', headers: linked })).status).toBe(200)
  })

  test('gets no permission to read: no CORS header, no frame', async () => {
    const { address } = await startTestServer()
    const preflight = await ask(address, {
      method: 'OPTIONS',
      path: '/api/app',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PUT' },
    })
    expect(preflight.status).toBe(405)
    for (const answer of [preflight, await ask(address)]) {
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })
})

test('somebody behind a proxy on this machine is not this machine', async () => {
  const { address } = await startTestServer()
  for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
    const { status } = await ask(address, { path: '/api/app', headers: { [header]: '198.51.100.4' } })
    expect(status).toBe(401)
  }
  expect((await ask(address, { path: '/api/app' })).status).toBe(200)
})

test('a socket elsewhere than /rpc is refused', async () => {
  const { address } = await startTestServer()
  await expect(openSocket(address, {}, 'api')).rejects.toThrow('404')
})
