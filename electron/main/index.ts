/**
 * The Electron shell: opens the one window, keeps the backend process alive and lends it what only Electron has
 * (key store, tray, native notifications). Order matters: everything that restricts pages stands before the first.
 */
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  MessageChannelMain,
  Notification,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { CONTENT_SECURITY_POLICY } from '../../shared/contract/content-security-policy.ts'
import { createWords } from '../backend/words/create-words.ts'
import { createAlertNotifier } from './alert-notifications.ts'
import { readShellArguments } from './arguments.ts'
import { createBackendHost, type BackendHost } from './backend-host.ts'
import { connectClient } from './backend-client.ts'
import { openDesktopSettings } from './desktop-settings.ts'
import { keepPageAlive, mainWindowOptions } from './main-window.ts'
import type { NativeNotice } from './native-notices.ts'
import { isOwnOrigin, OWN_SCHEME, START_PAGE } from './own-origin.ts'
import { lockPages, lockPermissions } from './page-locks.ts'
import { createSafeSecrets } from './safe-secrets.ts'
import { createTray } from './tray.ts'

// Built, this file is out/main/index.js; the other outputs lie beside it.
const OUT = join(import.meta.dirname, '..')
const RESOURCES = app.isPackaged ? join(process.resourcesPath, 'resources') : join(OUT, '..', 'resources')

function log(message: string, fields: object): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), message, ...fields })}\n`)
}

function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow(mainWindowOptions(join(OUT, 'preload', 'index.cjs')))
  keepPageAlive(window, log)
  return window
}

/** Hands each page that proves to be ours one end of a channel to the backend, once per load. */
function connectPages(host: BackendHost): void {
  ipcMain.on('meridian:connect', (event) => {
    const frame = event.senderFrame
    if (frame === null || frame.parent !== null || !isOwnOrigin(frame.origin)) {
      log('connect-refused', { origin: frame?.origin ?? null })
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    host.connect(port1)
    frame.postMessage('meridian:port', null, [port2])
  })
}

function serveOwnPages(): void {
  protocol.registerSource(OWN_SCHEME, {
    routes: [
      {
        match: { host: 'app' },
        source: {
          type: 'directory',
          root: join(OUT, 'renderer'),
          headers: {
            'Content-Security-Policy': CONTENT_SECURITY_POLICY,
            'X-Content-Type-Options': 'nosniff',
          },
        },
      },
    ],
  })
}

async function run(): Promise<void> {
  const given = readShellArguments(process.argv.slice(1))
  const settings = openDesktopSettings()
  if (given.allowPlainSecrets) settings.set('allowPlainSecrets', true)
  const words = await createWords(settings.get('language'))
  const dataDirectory = given.dataDirectory ?? join(app.getPath('userData'), 'data')
  let quitting = false
  let window: BrowserWindow | null = null
  let lastRestartNote = 0

  function showBoard(hash: string | null = null): void {
    if (window === null || window.isDestroyed()) {
      window = openMainWindow()
      window.on('close', onClose)
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    if (hash !== null) void window.loadURL(`${START_PAGE}#${hash}`)
  }

  function onClose(event: Electron.Event): void {
    if (quitting || !settings.get('closeToTray')) return
    event.preventDefault()
    window?.hide()
  }

  function notify(notice: NativeNotice): void {
    if (!settings.get('notifications') || !Notification.isSupported()) return
    const shown = new Notification({ id: notice.id, title: notice.title, body: notice.body })
    shown.on('click', () =>
      showBoard(notice.ticketId === null ? null : `/board/ticket/${encodeURIComponent(notice.ticketId)}`),
    )
    shown.on('failed', (_event, error) => log('notification-failed', { error }))
    shown.show()
  }

  const notifier = createAlertNotifier({ words, show: notify })
  let watching = new AbortController()

  function watchAlerts(): void {
    // The port of a process that died says nothing, not even that it ended.
    watching.abort()
    watching = new AbortController()
    const { signal } = watching
    notifier.follow(connectClient(host), signal).catch((error: unknown) => {
      if (!signal.aborted) log('alerts-ended', { error: String(error) })
    })
  }

  await app.whenReady()
  lockPermissions(session.defaultSession)
  serveOwnPages()

  const secret = createSafeSecrets(safeStorage, process.platform, settings.get('allowPlainSecrets'), {
    refused: words.t('desktop.secrets.refused'),
    unavailable: words.t('desktop.secrets.unavailable'),
  })
  const host = createBackendHost({
    fork: () =>
      utilityProcess.fork(
        join(OUT, 'main', 'backend.js'),
        [
          JSON.stringify({
            dataDirectory,
            resourcesDirectory: RESOURCES,
            version: app.getVersion(),
            demo: given.demo,
          }),
        ],
        { serviceName: 'Meridian backend' },
      ),
    secret,
    onProblem(sentence) {
      const choice = dialog.showMessageBoxSync({
        type: 'error',
        title: words.t('desktop.problem.title'),
        message: sentence,
        buttons: [words.t('desktop.problem.quit'), words.t('desktop.problem.folder')],
      })
      if (choice === 1) void shell.openPath(dataDirectory)
      quitting = true
      app.quit()
    },
    onRestart(failures) {
      // The page's port died with the process: a reload asks for a new one and keeps what the page stored.
      if (window !== null && !window.isDestroyed()) window.webContents.reload()
      watchAlerts()
      if (failures >= 3 && Date.now() - lastRestartNote > 600_000) {
        lastRestartNote = Date.now()
        const body = words.t('desktop.problem.backendStopped', { count: failures, folder: dataDirectory })
        notify({ id: 'backend', title: words.t('desktop.problem.title'), body, ticketId: null })
      }
    },
    log,
  })

  connectPages(host)
  createTray(join(RESOURCES, 'icons', 'tray.png'), words, {
    open: () => showBoard(),
    quit: () => app.quit(),
  })
  app.on('second-instance', () => showBoard())
  app.on('activate', () => showBoard())
  app.on('window-all-closed', () => {
    if (!settings.get('closeToTray')) app.quit()
  })
  app.on('before-quit', (event) => {
    if (quitting) return
    quitting = true
    event.preventDefault()
    void host.stop().finally(() => app.quit())
  })
  showBoard()
  watchAlerts()
}

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: OWN_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
  app.enableSandbox()
  crashReporter.start({ uploadToServer: false })
  lockPages(app, shell)
  run().catch((error: unknown) => {
    log('start-failed', { error: String(error) })
    app.exit(1)
  })
} else {
  app.quit()
}
