import { useTranslation } from 'react-i18next'

export function WorkshopScreen() {
  const { t } = useTranslation('workshop')
  return <h1>{t('title')}</h1>
}
