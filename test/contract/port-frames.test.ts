import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { servePort } from '../../electron/backend/api/serve-port.ts'
import { createFakeHub } from '../fakes/fake-router.ts'
import { callerOf } from './support/hub.ts'

function servedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  servePort(createFakeHub().router, port1, callerOf('viewer'))
  return port2
}

describe('a page that does not keep to the protocol loses its port and nothing else', () => {
  test.each([
    ['text that is no JSON', 'hello'],
    ['a number', 7],
    ['null', null],
    ['an object', { i: '1', p: { u: '/app/info' } }],
    ['a frame without a request', '{"i":"1"}'],
  ])('%s', async (_what, frame) => {
    const port = servedPort()
    const closed = new Promise<string>((resolve) => void port.on('close', () => resolve('closed')))
    port.postMessage(frame)
    expect(await closed).toBe('closed')
  })

  test('events as Electron gives them are read too', async () => {
    const sent: unknown[] = []
    const listeners = new Map<string, (message: unknown) => void>()
    servePort(
      createFakeHub().router,
      {
        postMessage: (message) => void sent.push(message),
        start: () => {},
        close: () => {},
        on: (event: string, listener: (message: unknown) => void) => listeners.set(event, listener),
      },
      callerOf('viewer'),
    )
    listeners.get('message')?.({ data: JSON.stringify({ i: '1', p: { u: '/app/info', b: {} } }), ports: [] })
    await expect.poll(() => sent.length).toBe(1)
    expect(String(sent[0])).toContain('"via":"session"')
  })
})
