import { Menu, nativeImage, Tray } from 'electron'
import type { i18n } from 'i18next'

export interface TrayActions {
  readonly open: () => void
  readonly quit: () => void
}

/** The tray entry: opens the board or quits. */
export function createTray(iconFile: string, words: i18n, actions: TrayActions): Tray {
  const tray = new Tray(nativeImage.createFromPath(iconFile))
  tray.setToolTip(words.t('desktop.tray.tooltip'))
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.t('desktop.tray.open'), click: actions.open },
      { type: 'separator' },
      { label: words.t('desktop.tray.quit'), click: actions.quit },
    ]),
  )
  tray.on('click', actions.open)
  return tray
}
