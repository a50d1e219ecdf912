import { useTranslation } from 'react-i18next'
import { useKeys } from '../app/keys.tsx'
import { Button } from '../ui/button.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import type { Obstacle } from './question-obstacle.ts'
import styles from './record-panel.module.css'
import { unmatchedWarnings } from './unmatched-warnings.ts'
import { useAmounts } from './use-amounts.ts'
import type { Sides } from './use-sides.ts'

export interface RunBarProps {
  /** Why the question cannot be asked; null where it can. */
  obstacle: Obstacle | null
  sides: Sides
  /** Columns in which working records are picked to match. */
  matchOn: readonly string[]
  running: boolean
  onRun: () => void
}

/** Search, and what would be searched: always in sight, however long the question is. */
export function RunBar({ obstacle, sides, matchOn, running, onRun }: RunBarProps) {
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
        <SizesText sides={sides} matchOn={matchOn} />
      ) : (
        <span className={styles['muted']}>{t(`records:failing.${obstacle}`)}</span>
      )}
    </div>
  )
}

function SizesText({ sides, matchOn }: Pick<RunBarProps, 'sides' | 'matchOn'>) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  if (sides.kind !== 'known') return <span className={styles['muted']}>{t('failing.key')}</span>
  const { failing, working } = sides.summary
  const warnings = unmatchedWarnings(sides.summary.warnings, matchOn)
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
