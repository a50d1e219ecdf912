import { expect, test } from 'vitest'
import { issueWallToken } from '../../electron/backend/access/wall-tokens.ts'
import { ask, cookieOf } from './support/ask.ts'
import { startTestServer } from './support/running-server.ts'
import { openSocket } from './support/socket.ts'

const users = { root: 'admin' } as const

test('the token of a wall link becomes a cookie and leaves the address', async () => {
  const { address, store } = await startTestServer({ users, requireSignIn: true })
  const { token } = issueWallToken(store.access, 'North wall', Date.now())
  const entered = await ask(address, { path: `/wall?token=${token}&page=2` })
  expect(entered.status).toBe(303)
  expect(entered.headers.location).toBe('/wall?page=2')
  expect(entered.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict; Max-Age=34560000$/)
  const headers = { Cookie: cookieOf(entered) }
  expect(JSON.parse((await ask(address, { path: '/session', headers })).text)).toEqual({
    caller: { name: 'North wall', role: 'viewer', via: 'wall-token' },
  })
})

test('a wall is a viewer, by cookie and by Authorization, even on this machine', async () => {
  const { address, store } = await startTestServer()
  const { token } = issueWallToken(store.access, 'wall', Date.now())
  const authorized = { Authorization: `Bearer ${token}` }
  expect(JSON.parse((await ask(address, { path: '/api/app', headers: authorized })).text).caller.role).toBe(
    'viewer',
  )
  expect(await (await openSocket(address, { headers: authorized })).say('x')).toBe('wall viewer 1')
})

test('wrong tokens prove nothing, not even on this machine', async () => {
  const { address } = await startTestServer()
  const claims = ['Bearer wrong', 'Bearer', 'Basic cm9vdDpyb290']
  const answers = await Promise.all(
    claims.map((claim) => ask(address, { path: '/api/app', headers: { Authorization: claim } })),
  )
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  const entered = await ask(address, { path: '/wall?token=wrong' })
  expect(entered.status).toBe(401)
  expect(entered.headers['set-cookie']).toBeUndefined()
})

test('guessing tokens is slowed down', async () => {
  const { address } = await startTestServer()
  const statuses = []
  for (let guess = 0; guess < 22; guess += 1)
    statuses.push((await ask(address, { path: `/wall?token=${guess}` })).status)
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401))
  expect(statuses.at(-1)).toBe(429)
})

test('a revoked wall goes dark at once; one revoked by another process within a second', async () => {
  const { address, store, revocations } = await startTestServer({ users, requireSignIn: true })
  const [first, second] = ['first', 'second'].map((label) => issueWallToken(store.access, label, Date.now()))
  if (first === undefined || second === undefined) throw new Error('no tokens')
  const one = await openSocket(address, { headers: { Authorization: `Bearer ${first.token}` } })
  const two = await openSocket(address, { headers: { Authorization: `Bearer ${second.token}` } })

  store.access.removeWallToken(first.wallToken.id)
  revocations.announce({ wallTokenId: first.wallToken.id })
  const before = Date.now()
  expect((await one.closed).code).toBe(4401)
  expect(Date.now() - before).toBeLessThan(500)
  expect(await two.say('still on')).toContain('second')

  store.access.removeWallToken(second.wallToken.id)
  expect((await two.closed).code).toBe(4401)
  await expect(openSocket(address, { headers: { Authorization: `Bearer ${second.token}` } })).rejects.toThrow(
    '401',
  )
})
