import { expect, test } from 'vitest'
import { MAX_FRAME_BYTES } from '../../electron/backend/api/serve-socket.ts'
import { issueWallToken } from '../../electron/backend/access/wall-tokens.ts'
import { ask } from './support/ask.ts'
import { startTestServer } from './support/running-server.ts'
import { openSocket } from './support/socket.ts'

const MIB = 1024 * 1024

test('an import fits into a request, more does not, and an unknown length is refused', async () => {
  const { address } = await startTestServer()
  const body = Buffer.alloc(11 * MIB, 'a')
  const taken = await ask(address, {
    method: 'POST',
    path: '/api/tickets/import-file',
    body,
    headers: { 'Content-Length': String(body.length) },
  })
  expect(JSON.parse(taken.text).length).toBe(body.length)
  const tooLong = await ask(address, {
    method: 'POST',
    path: '/api/tickets/import-file',
    headers: { 'Content-Length': String(MAX_FRAME_BYTES + 1) },
    body: 'a',
  })
  expect(tooLong.status).toBe(413)
  const chunked = await ask(address, {
    method: 'POST',
    path: '/api/x',
    headers: { 'Transfer-Encoding': 'chunked' },
    body: 'a',
  })
  expect(chunked.status).toBe(411)
})

test('a frame as long as an import fits into the socket of an operator, not of a wall', async () => {
  const { address, store } = await startTestServer()
  const admin = await openSocket(address)
  expect(await admin.say('a'.repeat(11 * MIB))).toBe(`local admin ${11 * MIB}`)
  const tooLong = await openSocket(address)
  await expect(tooLong.say('a'.repeat(MAX_FRAME_BYTES + 1))).rejects.toThrow('closed')
  expect((await tooLong.closed).code).toBe(1009)

  const { token } = issueWallToken(store.access, 'wall', Date.now())
  const wall = await openSocket(address, { headers: { Authorization: `Bearer ${token}` } })
  await expect(wall.say('a'.repeat(MIB + 1))).rejects.toThrow('closed')
  expect((await wall.closed).code).toBe(1009)
})

test('an unknown operation is 404 and the server goes on after a failure', async () => {
  const { address } = await startTestServer()
  expect((await ask(address, { path: '/api/nothing' })).status).toBe(404)
  expect(await ask(address, { path: '/api' })).toMatchObject({
    status: 303,
    headers: { location: '/api/openapi.json' },
  })
  expect(JSON.parse((await ask(address, { path: '/healthz' })).text)).toEqual({ status: 'ok' })
})
