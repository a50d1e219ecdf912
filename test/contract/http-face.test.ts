import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpApi } from '../../electron/backend/api/serve-http.ts'
import { createFakeHub } from '../fakes/fake-router.ts'
import { callerOf } from './support/hub.ts'
import { allOperations } from './support/operations.ts'

let server: Server
let address: string

beforeAll(async () => {
  const api = createHttpApi(createFakeHub().router, '1.2.3')
  server = createServer((request, response) => {
    void api.handle(request, response, callerOf('admin')).then((answered) => {
      if (!answered) response.writeHead(404).end()
      return answered
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  address = `http://127.0.0.1:${bound.port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function post(path: string, body: string): Promise<Response> {
  return fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

describe('the HTTP face of the contract', () => {
  test('describes every operation in its OpenAPI document', async () => {
    const answer = await fetch(`${address}/api/openapi.json`)
    expect(answer.headers.get('content-type')).toContain('application/json')
    const document: unknown = await answer.json()
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), info: { version: '1.2.3' } })
    const text = JSON.stringify(document)
    for (const { path } of allOperations()) expect(text).toContain(`"operationId":"${path.join('.')}"`)
    expect(text).toContain('text/event-stream')
  })

  test('answers plain GET with query parameters', async () => {
    const answer = await fetch(`${address}/api/tickets?words=tunnel&limit=2`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toHaveLength(2)
  })

  test('streams as server-sent events', async () => {
    const abort = new AbortController()
    const answer = await fetch(`${address}/api/board/watch`, { signal: abort.signal })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('"snapshot":true')) text += (await reader?.read())?.value ?? ''
    expect(text).toContain('event: message')
    abort.abort()
  })

  test.each([
    ['not JSON', '{"name": '],
    ['the wrong shape', '{"name": 7}'],
    ['nothing', ''],
  ])('refuses a body that is %s with 400', async (_what, body) => {
    const answer = await post('/api/users', body)
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toMatch(/at .*\.(ts|mjs|js):\d+/)
  })

  test('names the place of what is wrong', async () => {
    const answer = await post(
      '/api/users',
      JSON.stringify({ name: 'ana', role: 'queen', password: 'long enough it is' }),
    )
    expect(await answer.json()).toMatchObject({ code: 'BAD_REQUEST', data: { issues: [{ path: ['role'] }] } })
  })

  test('refuses a body beyond the limit and goes on', async () => {
    // The server may close before all is sent; then the client sees an error instead of the answer.
    const status = await post('/api/users', `"${'x'.repeat(13 * 1024 * 1024)}"`).then(
      (answer) => answer.status,
      () => 'closed',
    )
    expect([413, 'closed']).toContain(status)
    expect((await fetch(`${address}/api/app`)).status).toBe(200)
  })

  test.each(['/api/nothing', '/api', '/api/', '/other', '/api/%E0%A4%A'])(
    'does not know %s',
    async (path) => {
      expect((await fetch(address + path)).status).toBe(404)
    },
  )
})
