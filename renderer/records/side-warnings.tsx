import { useTranslation } from 'react-i18next'
import type { SelectionWarning } from '../../shared/records/analysis.ts'
import { Button } from '../ui/button.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { MOST_MATCHED } from './match-fields.tsx'
import styles from './sides-section.module.css'
import { unmatchedWarnings } from './unmatched-warnings.ts'
import { useAmounts } from './use-amounts.ts'

export interface SideWarningsProps {
  warnings: readonly SelectionWarning[]
  matchOn: readonly string[]
  /** Has working records picked that match in a column; null where the caller may not change. */
  onMatch: ((column: string) => void) | null
}

/** What makes the sides hard to compare, each with what can be done about it. */
export function SideWarnings({ warnings, matchOn, onMatch }: SideWarningsProps) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  if (warnings.length === 0 && matchOn.length === 0) return null
  return (
    <ul className={styles['warnings']} aria-label={t('sides.warnings.label')}>
      {unmatchedWarnings(warnings, matchOn).map(({ kind, column, strength }) => {
        return (
          <li key={`${kind} ${column ?? ''}`} className={styles['warning']}>
            <StateMark state="degraded" />
            <div>
              <p>
                {t(`sides.warnings.${kind}`, {
                  column: column ?? '',
                  strength: strength === null ? '' : amounts.share(strength),
                })}
              </p>
              {column !== null && onMatch !== null && matchOn.length < MOST_MATCHED && (
                <Button onPress={() => onMatch(column)}>{t('sides.match', { column })}</Button>
              )}
            </div>
          </li>
        )
      })}
      {matchOn.length > 0 && (
        <li className={styles['warning']}>
          <StateMark state="ok" />
          <p>{t('sides.matching', { columns: amounts.list(matchOn) })}</p>
        </li>
      )}
    </ul>
  )
}
