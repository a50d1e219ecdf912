import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Instant } from '../ui/instant.tsx'
import { useConnection, useHub } from './client.tsx'

/** Says that what is on screen is the last truth and not the present one, since when, and what happens next. */
export function ConnectionBanner() {
  const { t } = useTranslation('app')
  const { connection } = useHub()
  const state = useConnection()
  if (state.kind !== 'reconnecting') return null
  return (
    <Banner tone="trouble" actions={<Button onPress={connection.retryNow}>{t('connection.retry')}</Button>}>
      <strong>{t('connection.lost')}</strong> {t('connection.lastTruth')}{' '}
      <Instant at={state.since} form="full" />. {t('connection.trying')}
    </Banner>
  )
}
