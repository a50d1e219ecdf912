import { describe, expect, test } from 'vitest'
import { hashToken } from '../../electron/backend/access/token-text.ts'
import { ask, cookieOf, postJson } from './support/ask.ts'
import { PASSWORD, startTestServer, temporaryDirectory } from './support/running-server.ts'
import { openSocket } from './support/socket.ts'

const HOUR = 3_600_000
const right = { name: 'lena', password: PASSWORD }
const users = { root: 'admin', lena: 'lead' } as const

describe('signing in', () => {
  test('needs the right pair, and then every request has its role', async () => {
    const { address } = await startTestServer({ users, requireSignIn: true })
    expect((await ask(address, { path: '/api/app' })).status).toBe(401)
    await expect(openSocket(address)).rejects.toThrow('401')
    expect(JSON.parse((await ask(address, { path: '/session' })).text)).toEqual({ caller: null })
    expect((await ask(address, { headers: { Accept: 'text/html' } })).status).toBe(200)

    const signedIn = await postJson(address, '/session', right)
    expect(signedIn.status).toBe(200)
    expect(JSON.parse(signedIn.text)).toEqual({ caller: { name: 'lena', role: 'lead', via: 'session' } })
    const headers = { Cookie: cookieOf(signedIn) }
    expect(JSON.parse((await ask(address, { path: '/session', headers })).text).caller.name).toBe('lena')
    expect(JSON.parse((await ask(address, { path: '/api/app', headers })).text).caller.role).toBe('lead')
    expect(await (await openSocket(address, { headers })).say('x')).toBe('lena lead 1')
  })

  test('refuses wrong passwords and unknown names alike', async () => {
    const { address } = await startTestServer({ users, requireSignIn: true })
    const wrong = await postJson(address, '/session', { name: 'lena', password: 'not it at all' })
    const unknown = await postJson(address, '/session', { name: 'nobody', password: 'not it at all' })
    expect(wrong.status).toBe(401)
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text])
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('gives a cookie that no script and no other site gets', async () => {
    const { address } = await startTestServer({ users, requireSignIn: true })
    const [cookie = ''] = (await postJson(address, '/session', right)).headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^meridian-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/)
  })

  test('refuses bodies of another type, shape or size', async () => {
    const { address } = await startTestServer({ users, requireSignIn: true })
    const body = JSON.stringify(right)
    const form = await ask(address, {
      method: 'POST',
      path: '/session',
      headers: { 'Content-Type': 'text/plain' },
      body,
    })
    expect(form.status).toBe(415)
    for (const bad of [[], { name: 'lena' }, { name: 1, password: 2 }, { ...right, role: 'admin' }]) {
      expect((await postJson(address, '/session', bad)).status).toBe(400)
    }
    expect((await postJson(address, '/session', { ...right, password: 'x'.repeat(5000) })).status).toBe(413)
  })
})

describe('guessing', () => {
  test('is slowed down per address, whatever the names', async () => {
    let now = Date.now()
    const { address } = await startTestServer({ users, requireSignIn: true, now: () => now })
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await postJson(address, '/session', { name: `user${guess}`, password: 'x' })).status).toBe(401)
    }
    const limited = await postJson(address, '/session', right)
    expect(limited.status).toBe(429)
    expect(Number(limited.headers['retry-after'])).toBe(1)
    now += 1000
    expect((await postJson(address, '/session', { name: 'lena', password: 'x' })).status).toBe(401)
    expect(Number((await postJson(address, '/session', right)).headers['retry-after'])).toBe(2)
    now += 2000
    expect((await postJson(address, '/session', right)).status).toBe(200)
  })

  test('many at once gain nothing and do not stop the server', async () => {
    const { address } = await startTestServer({ users, requireSignIn: true })
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => postJson(address, '/session', { name: 'lena', password: 'x' })),
    )
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
    expect((await ask(address, { path: '/healthz' })).status).toBe(200)
  })
})

describe('a session', () => {
  test('survives a restart; the database holds only its hash', async () => {
    const dataDirectory = temporaryDirectory()
    const first = await startTestServer({ dataDirectory, users, requireSignIn: true })
    const cookie = cookieOf(await postJson(first.address, '/session', right))
    expect(first.store.access.session(cookie.split('=')[1] ?? '')).toBeNull()
    expect(first.store.access.session(hashToken(cookie.split('=')[1] ?? ''))).not.toBeNull()
    await first.stop()
    const second = await startTestServer({ dataDirectory, requireSignIn: true })
    expect((await ask(second.address, { path: '/api/app', headers: { Cookie: cookie } })).status).toBe(200)
  })

  test('ends after 12 idle hours, is kept by use, and ends after a week all the same', async () => {
    const start = Date.now()
    let now = start
    const { address } = await startTestServer({ users, requireSignIn: true, now: () => now })
    async function askWith(cookie: string): Promise<number> {
      return (await ask(address, { path: '/api/app', headers: { Cookie: cookie } })).status
    }
    const idle = cookieOf(await postJson(address, '/session', right))
    now += 12 * HOUR
    expect(await askWith(idle)).toBe(401)

    const used = cookieOf(await postJson(address, '/session', right))
    const signedInAt = now
    while (now + 11 * HOUR < signedInAt + 7 * 24 * HOUR) {
      now += 11 * HOUR
      expect(await askWith(used)).toBe(200)
    }
    now = signedInAt + 7 * 24 * HOUR
    expect(await askWith(used)).toBe(401)
  })

  test('ends with signing out, and its sockets and streams with it', async () => {
    const { address } = await startTestServer({ users, requireSignIn: true })
    const headers = { Cookie: cookieOf(await postJson(address, '/session', right)) }
    const other = { Cookie: cookieOf(await postJson(address, '/session', right)) }
    const socket = await openSocket(address, { headers })
    const kept = await openSocket(address, { headers: other })
    const stream = await fetch(new URL('/api/stream', address), { headers })
    const signedOut = await ask(address, { method: 'DELETE', path: '/session', headers })
    expect(signedOut.headers['set-cookie']?.[0]).toContain('Max-Age=0')
    expect(await socket.closed).toEqual({ code: 4401, reason: 'signed out' })
    await expect(stream.text()).rejects.toThrow('terminated')
    expect((await ask(address, { path: '/api/app', headers })).status).toBe(401)
    expect(await kept.say('still here')).toContain('lena')
  })

  test('ends with its user, also when another process removed the user or changed the role', async () => {
    const { address, store, revocations } = await startTestServer({
      users: { ...users, tom: 'viewer' },
      requireSignIn: true,
    })
    const lena = await openSocket(address, {
      headers: { Cookie: cookieOf(await postJson(address, '/session', right)) },
    })
    const tom = await openSocket(address, {
      headers: { Cookie: cookieOf(await postJson(address, '/session', { name: 'tom', password: PASSWORD })) },
    })
    store.access.removeUser('lena')
    revocations.announce({ userName: 'lena' })
    expect((await lena.closed).code).toBe(4401)
    const user = store.access.user('tom')
    if (user === null) throw new Error('tom is gone')
    store.access.saveUser({ ...user, role: 'operator' })
    expect((await tom.closed).code).toBe(4401)
  })
})
