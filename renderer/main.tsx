import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { createHub } from './app/hub.ts'
import { createI18n } from './app/i18n.ts'
import { reloadWhenCodeIsGone } from './app/page-recovery.ts'
import { createPortTransport } from './app/port-transport.ts'
import { applyPreferences, getPreferences } from './app/preferences.ts'
import { createSocketTransport } from './app/socket-transport.ts'
import './ui/tokens.css'
import './ui/base.css'

// The desktop program serves the page under a scheme of its own; everything else is a browser at a hub.
const origin = new URL(window.location.href)
const isBrowser = origin.protocol === 'http:' || origin.protocol === 'https:'
// Made before anything is awaited: the preload hands over its port when the document has loaded.
const hub = createHub(
  isBrowser ? createSocketTransport(origin, (...call) => fetch(...call)) : createPortTransport(window),
)

async function start(): Promise<void> {
  const preferences = getPreferences()
  applyPreferences(preferences)
  const i18n = await createI18n(preferences.language)
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no element "root".')
  createRoot(root).render(
    <StrictMode>
      <App hub={hub} i18n={i18n} />
    </StrictMode>,
  )
}

reloadWhenCodeIsGone(window, hub.isReachable)
window.addEventListener('online', () => hub.connection.retryNow())
window.addEventListener('offline', () => hub.connection.drop())
void start()
