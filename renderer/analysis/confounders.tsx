import { Trans, useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import styles from './confounders.module.css'
import { Column } from './parts.tsx'
import { useFigures } from './use-figures.ts'

/** What travels with a finding: the ratio as it looks, and what remains of it among records alike in that column. */
export function Confounders({ finding }: { finding: Finding }) {
  const { t } = useTranslation('analysis')
  const { ratio } = useFigures()
  if (finding.confounders.length === 0) return t('why.noConfounders')
  return (
    <ul className={styles['list']}>
      {finding.confounders.map(({ column, crude, within }) => (
        <li key={column}>
          <Trans
            t={t}
            i18nKey="why.crude"
            values={{ crude: ratio(crude.value), within: ratio(within.value) }}
            components={{ b: <b />, column: <Column name={column} /> }}
          />
          {'; '}
          <span className={styles['verdict']}>
            <Trans
              t={t}
              i18nKey={isExplained(within) ? 'why.explained' : 'why.holds'}
              components={{ column: <Column name={column} /> }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Whether nothing need be left of it within the column: its interval holds 1, or lies below. */
function isExplained({ low }: Finding['confounders'][number]['within']): boolean {
  return low === null || low <= 1
}
