import Store from 'electron-store'

/** Settings of this desktop's shell; everything else is in the database. */
export interface DesktopSettings {
  language: 'en' | 'es'
  /** Keep running in the tray when the window is closed: a shift's board must not stop at a stray click. */
  closeToTray: boolean
  notifications: boolean
  /** Accepts secrets as readable text where the desktop has no key store (--allow-plain-secrets). */
  allowPlainSecrets: boolean
}

const DEFAULTS: DesktopSettings = {
  language: 'en',
  closeToTray: true,
  notifications: true,
  allowPlainSecrets: false,
}

/** Refuses what the file cannot mean: a broken entry is put back to its default by electron-store's schema. */
export function openDesktopSettings(): Store<DesktopSettings> {
  return new Store<DesktopSettings>({
    name: 'desktop',
    defaults: DEFAULTS,
    clearInvalidConfig: true,
    schema: {
      language: { type: 'string', enum: ['en', 'es'] },
      closeToTray: { type: 'boolean' },
      notifications: { type: 'boolean' },
      allowPlainSecrets: { type: 'boolean' },
    },
  })
}
