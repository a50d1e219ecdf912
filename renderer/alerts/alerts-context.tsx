import { createContext, type ReactNode, useContext, useState } from 'react'
import { createBrowserTones } from './browser-tones.ts'
import { type Chime, createChime } from './chime.ts'
import { type Acknowledging, useAcknowledge } from './use-acknowledge.ts'
import { type AttentionSetting, useAttention } from './use-attention.ts'
import { type Notices, useNotices } from './use-notices.ts'

/** What the bell, its list, the notices and the settings share. */
export interface AlertsContextValue extends Acknowledging, Notices {
  readonly attention: AttentionSetting
  readonly chime: Chime
  readonly isListOpen: boolean
  readonly showList: (isOpen: boolean) => void
}

const AlertsContext = createContext<AlertsContextValue | null>(null)

/** Around every screen but the wall, which tells nobody in particular. */
export function AlertsProvider({ children }: { children: ReactNode }) {
  const acknowledging = useAcknowledge()
  const attention = useAttention()
  const [chime] = useState(() => createChime({ createTones: createBrowserTones, page: document }))
  const [isListOpen, showList] = useState(false)
  const notices = useNotices({
    alerts: acknowledging.isLoading ? null : acknowledging.alerts,
    attention: attention.attention,
    chime,
  })
  return (
    <AlertsContext value={{ ...acknowledging, ...notices, attention, chime, isListOpen, showList }}>
      {children}
    </AlertsContext>
  )
}

export function useAlerts(): AlertsContextValue {
  const alerts = useContext(AlertsContext)
  if (alerts === null) throw new Error('useAlerts needs an AlertsProvider above it.')
  return alerts
}
