import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { Link } from 'wouter'
import { Badge } from '../ui/badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { workshopPath } from '../workshop/workshop-path.ts'
import styles from './settings.module.css'

/** The support contracts in short; each is read and edited in the workshop. */
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
            <Link href={workshopPath(policy.id)}>{t('contracts.open')}</Link>
          </article>
        ))}
      </div>
    </Panel>
  )
}
