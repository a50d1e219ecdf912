import { beforeAll, describe, expect, test, vi } from 'vitest'
import { servePort } from '../../electron/backend/api/serve-port.ts'
import * as electron from '../fakes/electron.ts'
import { createFakeHub } from '../fakes/fake-router.ts'

/** The page's request for a port, as Electron would raise it. */
function connectFrom(frame: unknown): void {
  electron.ipcMain.emit('meridian:connect', { senderFrame: frame })
}

function ownFrame(): { origin: string; parent: null; postMessage: ReturnType<typeof vi.fn> } {
  return { origin: 'meridian://app', parent: null, postMessage: vi.fn() }
}

function contents(): electron.FakeContents {
  const window = electron.windows[0]
  if (window === undefined) throw new Error('no window was opened')
  return window.webContents
}

function backend(): electron.FakeChild {
  const child = electron.children[0]
  if (child === undefined) throw new Error('no backend process was started')
  return child
}

describe('the Electron shell', () => {
  beforeAll(async () => {
    await import('../../electron/main/index.ts')
    expect(electron.windows).toHaveLength(0)
    electron.app.ready.resolve()
    await vi.waitFor(() => expect(electron.windows).toHaveLength(1))
  })

  test('sandboxes every page and keeps crash dumps on this machine', () => {
    expect(electron.app.sandboxed).toBe(true)
    expect(electron.crashReporter.started).toEqual({ uploadToServer: false })
  })

  test('opens the window with every safe preference stated', () => {
    expect(electron.windows[0]?.options['webPreferences']).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    })
    expect(electron.windows[0]?.options).toMatchObject({ name: 'main', windowStatePersistence: true })
  })

  test('serves the page from its own scheme with a strict policy, never from file://', () => {
    expect(electron.windows[0]?.loaded).toEqual(['meridian://app/index.html'])
    const source = JSON.stringify(electron.protocol.sources.get('meridian'))
    expect(source).toContain("default-src 'none'")
    expect(source).toContain("frame-ancestors 'none'")
    expect(source).not.toContain('unsafe-inline')
    expect(electron.protocol.privileged).toMatchObject([
      { scheme: 'meridian', privileges: { standard: true, secure: true } },
    ])
  })

  test('denies every permission, both asked and checked', () => {
    const decide = vi.fn()
    electron.session.defaultSession.request?.(null, 'media', decide)
    expect(decide).toHaveBeenCalledWith(false)
    expect(electron.session.defaultSession.check?.()).toBe(false)
    expect(electron.session.defaultSession.device?.()).toBe(false)
  })

  test.each(['https://example.com/', 'file:///etc/passwd', 'meridian://other/'])(
    'a page cannot leave for %s',
    (url) => {
      const preventDefault = vi.fn()
      contents().emit('will-navigate', { url, preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    },
  )

  test('links open in the person’s browser and never in a window of ours', () => {
    const open = contents().openHandler
    expect(open?.({ url: 'https://help.example.com/1' })).toEqual({ action: 'deny' })
    expect(open?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' })
    expect(electron.shell.opened).toEqual(['https://help.example.com/1'])
  })

  test.each([
    ['a missing frame', null],
    ['a foreign origin', { ...ownFrame(), origin: 'https://example.com' }],
    ['a frame inside a page', { ...ownFrame(), parent: {} }],
  ])('gives no channel to %s', (_name, frame) => {
    connectFrom(frame)
    if (frame !== null) expect(frame.postMessage).not.toHaveBeenCalled()
  })

  test('gives its own page one end of a channel, the backend the other', () => {
    const frame = ownFrame()
    connectFrom(frame)
    expect(frame.postMessage).toHaveBeenCalledOnce()
    expect(frame.postMessage.mock.calls[0]?.[0]).toBe('meridian:port')
    const before = backend().sent.length
    backend().emit('message', { kind: 'ready' })
    expect(backend().sent.length).toBeGreaterThan(before)
    expect(backend().sent.every((sent) => sent.ports.length === 1)).toBe(true)
  })

  test('passes data folder and resources to the backend process', () => {
    const options: unknown = JSON.parse(backend().args[0] ?? '')
    expect(options).toMatchObject({ version: '0.0.0-fake', demo: null })
    expect(backend().modulePath).toMatch(/backend\.js$/)
  })

  test('brings a crashed page back', async () => {
    contents().emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await vi.waitFor(() => expect(electron.windows[0]?.loaded).toHaveLength(2), 2_000)
  })

  test('tells of a new alert, and a click on the notice opens its ticket', async () => {
    const hub = createFakeHub()
    for (const { ports } of backend().sent) {
      for (const port of ports as electron.FakePort[]) {
        servePort(hub.router, port, { name: 'desktop', role: 'admin', via: 'window' })
      }
    }
    await vi.waitFor(() => {
      // Every tenth step of the made-up hub is a breach; the first may still be part of what was known.
      for (let step = 0; step < 10; step += 1) hub.step()
      expect(electron.notifications).not.toHaveLength(0)
    })
    const [notice] = electron.notifications
    const [ticketId = ''] = notice?.options.id.split('/') ?? []
    expect(notice?.options).toMatchObject({ title: expect.stringContaining(`Case ${ticketId.slice(-4)}`) })
    notice?.emit('click')
    const board = 'meridian://app/index.html#/board/ticket/'
    expect(electron.windows[0]?.loaded.at(-1)).toBe(`${board}${encodeURIComponent(ticketId)}`)
  })

  test('a second start shows the window that is there', () => {
    electron.windows[0]?.hide()
    electron.app.emit('second-instance')
    expect(electron.windows).toHaveLength(1)
    expect(electron.windows[0]?.visible).toBe(true)
  })

  test('closing the window keeps the watch running in the tray', () => {
    const preventDefault = vi.fn()
    electron.windows[0]?.emit('close', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(electron.windows[0]?.visible).toBe(false)
  })

  test('quitting lets the backend close its database first', async () => {
    electron.app.emit('before-quit', { preventDefault: vi.fn() })
    expect(backend().sent.at(-1)?.message).toEqual({ kind: 'stop' })
    backend().emit('exit', 0)
    await vi.waitFor(() => expect(electron.app.quits).toBe(1))
  })
})
