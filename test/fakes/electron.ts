/**
 * Stands in for the Electron program, which cannot run here. It records what the shell asked for and lets a test
 * raise what Electron would. Kept small: only what electron/main uses. electron-store needs the default export.
 */
import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const userData =
  process.env['MERIDIAN_FAKE_USER_DATA'] ?? mkdtempSync(join(tmpdir(), 'meridian-fake-electron-'))

class FakeApp extends EventEmitter {
  isPackaged = false
  sandboxed = false
  ready = Promise.withResolvers<void>()
  lockGranted = true
  quits = 0
  exits: number[] = []
  requestSingleInstanceLock(): boolean {
    return this.lockGranted
  }
  enableSandbox(): void {
    this.sandboxed = true
  }
  whenReady(): Promise<void> {
    return this.ready.promise
  }
  getPath(_name: string): string {
    return userData
  }
  getVersion(): string {
    return '0.0.0-fake'
  }
  getName(): string {
    return 'meridian'
  }
  quit(): void {
    this.quits += 1
    let prevented = false
    this.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) this.emit('will-quit')
  }
  exit(code: number): void {
    this.exits.push(code)
  }
}
export const app = new FakeApp()

export class FakeContents extends EventEmitter {
  reloads = 0
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  reload(): void {
    this.reloads += 1
  }
}

export const windows: BrowserWindow[] = []

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  visible = false
  destroyed = false
  minimized = false
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }
  show(): void {
    this.visible = true
  }
  hide(): void {
    this.visible = false
  }
  focus(): void {
    this.emit('focus')
  }
  restore(): void {
    this.minimized = false
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
}

export class FakePort extends EventEmitter {
  other: FakePort | null = null
  started = false
  private held: unknown[] = []
  start(): void {
    this.started = true
    for (const data of this.held.splice(0)) this.emit('message', { data, ports: [] })
  }
  postMessage(data: unknown): void {
    const { other } = this
    queueMicrotask(() => other?.receive(data))
  }
  close(): void {
    this.other?.emit('close')
    this.emit('close')
  }
  private receive(data: unknown): void {
    if (this.started) this.emit('message', { data, ports: [] })
    else this.held.push(data)
  }
}

export class MessageChannelMain {
  readonly port1 = new FakePort()
  readonly port2 = new FakePort()
  constructor() {
    this.port1.other = this.port2
    this.port2.other = this.port1
  }
}

export class FakeChild extends EventEmitter {
  readonly modulePath: string
  readonly args: string[]
  readonly sent: { message: unknown; ports: unknown[] }[] = []
  killed = false
  constructor(modulePath: string, args: string[]) {
    super()
    this.modulePath = modulePath
    this.args = args
  }
  postMessage(message: unknown, ports: unknown[] = []): void {
    this.sent.push({ message, ports })
    this.emit('sent', message)
  }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 0)
    return true
  }
}

export const children: FakeChild[] = []

export const utilityProcess = {
  fork(modulePath: string, args: string[] = []): FakeChild {
    const child = new FakeChild(modulePath, args)
    children.push(child)
    return child
  },
}

export const ipcMain = new EventEmitter()

type Decide = (granted: boolean) => void
class FakeSession {
  request: ((contents: unknown, permission: string, decide: Decide) => void) | null = null
  check: (() => boolean) | null = null
  device: (() => boolean) | null = null
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, decide: Decide) => void,
  ): void {
    this.request = handler
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler
  }
}
export const session = { defaultSession: new FakeSession() }

export const protocol = {
  privileged: [] as unknown[],
  sources: new Map<string, unknown>(),
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    protocol.privileged = schemes
  },
  registerSource(scheme: string, source: unknown): void {
    protocol.sources.set(scheme, source)
  },
}

export const shell = {
  opened: [] as string[],
  openExternal(url: string): Promise<void> {
    shell.opened.push(url)
    return Promise.resolve()
  },
  openPath(path: string): Promise<string> {
    shell.opened.push(path)
    return Promise.resolve('')
  },
}

export const dialog = {
  shown: [] as { message: string }[],
  answer: 0,
  showMessageBoxSync(options: { message: string }): number {
    dialog.shown.push(options)
    return dialog.answer
  },
}

export const crashReporter = {
  started: null as unknown,
  start(options: unknown): void {
    crashReporter.started = options
  },
}

/** Not encryption: it only shows that what went in comes out. */
export const safeStorage = {
  backend: 'gnome_libsecret',
  available: true,
  isAsyncEncryptionAvailable: () => Promise.resolve(safeStorage.available),
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`sealed:${text}`)),
  decryptStringAsync: (sealed: Buffer) =>
    Promise.resolve({ result: sealed.toString().replace(/^sealed:/, ''), shouldReEncrypt: false }),
}

export const notifications: Notification[] = []
export class Notification extends EventEmitter {
  readonly options: { id: string; title: string; body: string }
  static isSupported(): boolean {
    return true
  }
  constructor(options: { id: string; title: string; body: string }) {
    super()
    this.options = options
  }
  show(): void {
    notifications.push(this)
  }
}

export class Tray extends EventEmitter {
  setToolTip(_text: string): void {}
  setContextMenu(_menu: unknown): void {}
}
export const nativeImage = { createFromPath: (path: string) => ({ path }) }
export const Menu = { buildFromTemplate: (template: unknown) => template }
export const ipcRenderer = new (class extends EventEmitter {
  readonly sent: string[] = []
  send(channel: string): void {
    this.sent.push(channel)
  }
})()

export default { app, ipcMain, ipcRenderer, shell, BrowserWindow }
