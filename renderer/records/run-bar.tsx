import { useTranslation } from 'react-i18next'
import { useKeys } from '../app/keys.tsx'
import { Button } from '../ui/button.tsx'
import styles from './record-panel.module.css'
import type { Obstacle } from './question-obstacle.ts'

export interface RunBarProps {
  /** Why the question cannot be asked; null where it can. */
  obstacle: Obstacle | null
  running: boolean
  onRun: () => void
}

/** Always in sight, however long the question is. */
export function RunBar({ obstacle, running, onRun }: RunBarProps) {
  const { t } = useTranslation(['records', 'analysis'])
  const isReady = obstacle === null && !running
  useKeys(
    t('analysis:title'),
    isReady ? [{ keys: 'Mod+enter', label: t('records:failing.runKey'), run: onRun }] : [],
  )
  return (
    <div className={styles['run']}>
      <Button variant="primary" isDisabled={!isReady} onPress={onRun} aria-keyshortcuts="Control+Enter">
        {t(running ? 'records:failing.running' : 'records:failing.run')}
      </Button>
      <span className={styles['muted']}>
        {obstacle === null ? t('records:failing.key') : t(`records:failing.${obstacle}`)}
      </span>
    </div>
  )
}
