import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { START_PAGE } from './own-origin.ts'

/** Security-relevant defaults are stated although they are defaults: a test asserts them. */
export function mainWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    name: 'main',
    windowStatePersistence: true,
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#0b0f14',
    autoHideMenuBar: true,
    title: 'Meridian',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      spellcheck: false,
      // A wall or a background board must keep counting.
      backgroundThrottling: false,
    },
  }
}

const LONGEST_RELOAD_WAIT_MS = 30_000

/** Opens the start page and brings a crashed page back, waiting longer each time so that a broken one cannot spin. */
export function keepPageAlive(window: BrowserWindow, log: (message: string, fields: object) => void): void {
  let crashes = 0
  window.once('ready-to-show', () => window.show())
  window.webContents.on('did-finish-load', () => {
    setTimeout(() => (crashes = 0), 60_000).unref()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    const wait = Math.min(500 * 2 ** crashes, LONGEST_RELOAD_WAIT_MS)
    crashes += 1
    log('page-gone', { reason: details.reason, exitCode: details.exitCode, reloadInMs: wait })
    setTimeout(() => {
      if (!window.isDestroyed()) void window.loadURL(START_PAGE)
    }, wait)
  })
  window.on('unresponsive', () => log('page-unresponsive', {}))
  void window.loadURL(START_PAGE)
}
