import { ipcRenderer } from 'electron'

/**
 * The whole bridge: asks the shell for one end of a channel to the backend and hands it to the page.
 * The page gets a MessagePort and nothing else of Electron (security checklist, item 20).
 */
ipcRenderer.on('meridian:port', (event) => {
  function deliver(): void {
    window.postMessage('meridian:port', window.location.origin, [...event.ports])
  }
  if (document.readyState === 'loading') window.addEventListener('DOMContentLoaded', deliver, { once: true })
  else deliver()
})
ipcRenderer.send('meridian:connect')
