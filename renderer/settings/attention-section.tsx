import { useTranslation } from 'react-i18next'
import { useAlerts } from '../alerts/alerts-context.tsx'
import { useAppInfo } from '../app/client.tsx'
import { Banner } from '../ui/banner.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AttentionForm } from './attention-form.tsx'
import styles from './settings.module.css'

/** How the person who sits here is told of new alerts. */
export function AttentionSection() {
  const { t } = useTranslation('alerts')
  const { attention, error } = useAlerts().attention
  if (useAppInfo()?.caller.via === 'wall-token') {
    return <Banner tone="information">{t('attention.wall')}</Banner>
  }
  if (error !== null) return <FailureNote error={error} />
  if (attention === null) return <Skeleton width="60%" />
  return (
    <div className={styles['section']}>
      <p className={styles['muted']}>{t('attention.lead')}</p>
      <AttentionForm stored={attention} />
    </div>
  )
}
