import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { sla } from '../../shared/i18n/en/sla.ts'

type KnownMetric = keyof typeof sla.metric

function isKnown(metric: string): metric is KnownMetric {
  return Object.hasOwn(sla.metric, metric)
}

/** Name of a metric in the viewer's language; a contract's own metric is shown as it calls it. */
export function useMetricName(): (metric: string) => string {
  const { t } = useTranslation('sla')
  return useCallback((metric) => (isKnown(metric) ? t(`metric.${metric}`) : metric.replaceAll('-', ' ')), [t])
}
