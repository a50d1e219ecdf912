import type { App, Session, Shell } from 'electron'
import { isOwnOrigin, isSafeExternal, originOf } from './own-origin.ts'

/**
 * Keeps every page where it belongs: no web views, no navigation away, no windows of its own; links open in the
 * person's browser (Electron security checklist, items 11 to 15). Call before any window exists.
 */
export function lockPages(app: App, shell: Shell): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (!isOwnOrigin(originOf(event.url))) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isOwnOrigin(originOf(event.url))) event.preventDefault()
    })
    contents.setWindowOpenHandler(({ url }) => {
      if (isSafeExternal(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
}

/** Without handlers Electron grants every permission; the console needs none (item 5). */
export function lockPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
