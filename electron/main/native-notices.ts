import type { i18n } from 'i18next'
import type { Alert } from '../../shared/contract/alerts.ts'

/** What is shown natively; the shell turns it into an Electron Notification. */
export interface NativeNotice {
  readonly id: string
  readonly title: string
  readonly body: string
  /** Opened when the person clicks the notice; null for a group. */
  readonly ticketId: string | null
}

/** More than this many changes at once become one notice: a storm of pop-ups tells nobody anything. */
const GROUP_FROM = 4

/** One notice per alert, or one for a group. Pure. */
export function noticesFor(alerts: readonly Alert[], words: i18n): NativeNotice[] {
  return alerts.length < GROUP_FROM
    ? alerts.map((alert) => noticeOf(alert, words))
    : [groupNotice('group', words.t('desktop.alert.several', { count: alerts.length }), alerts, words)]
}

/** One notice for all that came while the person was not to be disturbed and still stands; none where none does. */
export function belatedNotices(alerts: readonly Alert[], words: i18n): NativeNotice[] {
  if (alerts.length === 0) return []
  const title = words.t('desktop.alert.belated', { count: alerts.length })
  return [groupNotice('belated', title, alerts, words)]
}

function noticeOf(alert: Alert, words: i18n): NativeNotice {
  return {
    id: alert.id,
    title: words.t(`desktop.alert.${alert.kind}`, {
      caseNumber: alert.caseNumber,
      metric: words.t(`sla.metric.${alert.metric}`, { defaultValue: alert.metric }),
    }),
    body: words.t('desktop.alert.body', {
      customer: alert.customer ?? words.t('desktop.alert.noCustomer'),
      subject: alert.subject,
    }),
    ticketId: alert.ticketId,
  }
}

function groupNotice(id: string, title: string, alerts: readonly Alert[], words: i18n): NativeNotice {
  const breached = alerts.filter((alert) => alert.kind === 'breached').length
  const body = words.t('desktop.alert.severalBody', { breached, atRisk: alerts.length - breached })
  // A group of one is that case.
  const only = alerts.length === 1 ? alerts[0] : undefined
  return { id, title, body, ticketId: only?.ticketId ?? null }
}
