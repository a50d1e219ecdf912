import { useTranslation } from 'react-i18next'
import { useMetricName } from '../boards/use-metric-name.ts'
import { countUnseen } from './alert-order.ts'
import { inOrder, type Notice } from './notices.ts'

/** Most alerts a notice names one by one. */
const MOST_NAMED = 3

export interface NoticeText {
  readonly title: string
  /** One sentence per alert that is named. */
  readonly lines: readonly string[]
  /** How many more there are; null where all are named. */
  readonly more: string | null
}

/** What a notice says, in words. */
export function useNoticeText(notice: Notice): NoticeText {
  const { t } = useTranslation('alerts')
  const metricName = useMetricName()
  const alerts = inOrder(notice)
  const count = alerts.length
  const { breached, 'at-risk': atRisk } = countUnseen(alerts)
  const lines = alerts.slice(0, MOST_NAMED).map((alert) =>
    t('notices.sentence', {
      kind: t(`notices.one.${alert.kind}`),
      case: alert.caseNumber,
      metric: metricName(alert.metric),
      customer: alert.customer ?? t('list.noCustomer'),
    }),
  )
  const counts = count === 1 ? '' : `: ${t('notices.counts', { breached, atRisk })}`
  return {
    title: `${t(notice.isBelated ? 'notices.belated' : 'notices.new', { count })}${counts}`,
    lines,
    more: count > MOST_NAMED ? t('notices.more', { count: count - MOST_NAMED }) : null,
  }
}
