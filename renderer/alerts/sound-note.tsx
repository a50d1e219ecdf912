import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useAlerts } from './alerts-context.tsx'
import styles from './sound-note.module.css'

/** Why nothing would be heard, where sound is wanted (or `isAlways`) and cannot be; nothing otherwise. */
export function SoundNote({ isAlways = false }: { isAlways?: boolean }) {
  const { t } = useTranslation('alerts')
  const { attention, chime } = useAlerts()
  const state = useSyncExternalStore(chime.subscribe, chime.getState)
  const isWanted = isAlways || attention.attention?.sound === true
  if (!isWanted || state === 'ready') return null
  return <output className={styles['note']}>{t(`sound.${state}`)}</output>
}
