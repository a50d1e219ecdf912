import { useTranslation } from 'react-i18next'
import { useMay } from '../app/client.tsx'
import { Banner } from '../ui/banner.tsx'
import styles from './settings.module.css'
import { UsersPanel } from './users-panel.tsx'
import { WallTokensPanel } from './wall-tokens-panel.tsx'

/** People and walls that may sign in to this hub. */
export function AccessSection() {
  const { t } = useTranslation('settings')
  if (!useMay('admin')) return <Banner tone="information">{t('access.denied')}</Banner>
  return (
    <div className={styles['section']}>
      <UsersPanel />
      <WallTokensPanel />
    </div>
  )
}
