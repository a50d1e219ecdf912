import { useTranslation } from 'react-i18next'
import { useKeys } from '../app/keys.tsx'
import { Button } from '../ui/button.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import type { Obstacle } from './question-obstacle.ts'
import styles from './record-panel.module.css'
import { useAmounts } from './use-amounts.ts'
import type { Sides } from './use-sides.ts'

export interface RunBarProps {
  /** Why the question cannot be asked; null where it can. */
  obstacle: Obstacle | null
  sides: Sides
  running: boolean
  onRun: () => void
}

/** Search, and what would be searched: always in sight, however long the question is. */
export function RunBar({ obstacle, sides, running, onRun }: RunBarProps) {
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
      {obstacle === null ? (
        <SizesText sides={sides} />
      ) : (
        <span className={styles['muted']}>{t(`records:failing.${obstacle}`)}</span>
      )}
    </div>
  )
}

function SizesText({ sides }: { sides: Sides }) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  if (sides.kind !== 'known') return <span className={styles['muted']}>{t('failing.key')}</span>
  const { failing, working, warnings } = sides.summary
  return (
    <output className={styles['sizes']} aria-busy={sides.isStale}>
      {t('sides.share', {
        failing: amounts.count(failing.records),
        working: amounts.count(working.records),
      })}
      {warnings.length > 0 && (
        <StateMark state="degraded" label={t('sides.warnings.count', { count: warnings.length })} />
      )}
    </output>
  )
}
