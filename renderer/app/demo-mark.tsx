import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { useAppInfo } from './client.tsx'

/** Stands on every screen while demo mode runs, so that nobody mistakes made-up trouble for real. */
export function DemoMark() {
  const { t } = useTranslation('app')
  const demo = useAppInfo()?.demo ?? null
  if (demo === null) return null
  return (
    <span title={t('demo.explanation', { rate: demo.rate })}>
      <Badge tone="accent">{t('demo.mark')}</Badge>
    </span>
  )
}
