import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { Badge } from '../ui/badge.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './settings.module.css'

/** The support contracts, for reading: a summary and the file as it is. */
export function PolicyList({ policies }: { policies: readonly PolicySummary[] }) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('contracts.list')}>
      <div className={styles['stack']}>
        <p className={styles['muted']}>{t('contracts.files')}</p>
        {policies.length === 0 && <p>{t('contracts.noPolicies')}</p>}
        {policies.map((policy) => (
          <article key={policy.id} className={styles['policy']}>
            <h3>
              {policy.name} <Badge>{t('contracts.version', { version: policy.version })}</Badge>
            </h3>
            <p>{policy.description}</p>
            {policy.severities.length > 0 && (
              <p className={styles['muted']}>
                {t('contracts.severities')}:{' '}
                {policy.severities.map((severity) => `${severity.code} ${severity.name}`).join(' · ')}
              </p>
            )}
            <details>
              <summary>{t('contracts.text')}</summary>
              <pre className={styles['file']}>{policy.text}</pre>
            </details>
          </article>
        ))}
      </div>
    </Panel>
  )
}
