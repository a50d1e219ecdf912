import { useTranslation } from 'react-i18next'

export function AttainmentScreen() {
  const { t } = useTranslation('attainment')
  return <h1>{t('title')}</h1>
}
