import { useTranslation } from 'react-i18next'
import { board } from '../../shared/i18n/en/board.ts'

type KnownMetric = keyof typeof board.metrics

function isKnown(metric: string): metric is KnownMetric {
  return Object.hasOwn(board.metrics, metric)
}

/** Short name of a metric in the viewer's language; a contract's own metric is shown as it calls it. */
export function useMetricName(): (metric: string) => string {
  const { t } = useTranslation('board')
  return (metric) => (isKnown(metric) ? t(`metrics.${metric}`) : metric.replaceAll('-', ' '))
}
