import { useTranslation } from 'react-i18next'
import type { AnalysisResult } from '../../shared/records/analysis.ts'
import styles from './set-aside-list.module.css'

/** Columns that were not searched, folded, each reason with its columns. */
export function SetAsideList({ setAside }: Pick<AnalysisResult, 'setAside'>) {
  const { t } = useTranslation('analysis')
  if (setAside.length === 0) return null
  const reasons = Map.groupBy(setAside, ({ reason }) => reason)
  return (
    <details className={styles['aside']}>
      <summary>{t('setAside.summary', { count: setAside.length })}</summary>
      <dl>
        {Array.from(reasons, ([reason, columns]) => (
          <div key={reason}>
            <dt>{t(`setAside.reasons.${reason}`)}</dt>
            <dd>{columns.map(({ column }) => column).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
