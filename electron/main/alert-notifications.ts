import type { i18n } from 'i18next'
import type { Alert } from '../../shared/contract/alerts.ts'
import type { MeridianClient } from '../../shared/contract/index.ts'

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

/** One notice per change, or one for a group. Pure. */
function noticesFor(alerts: readonly Alert[], words: i18n): NativeNotice[] {
  const breached = alerts.filter((alert) => alert.kind === 'breached').length
  if (alerts.length >= GROUP_FROM) {
    const values = { count: alerts.length, breached, atRisk: alerts.length - breached }
    const title = words.t('desktop.alert.several', values)
    return [{ id: 'group', title, body: words.t('desktop.alert.severalBody', values), ticketId: null }]
  }
  return alerts.map((alert) => ({
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
  }))
}

/**
 * Follows the alerts and shows each once. The first snapshot is what was known before: it is never shown, or every
 * start would repeat the night. Ends when the connection does.
 */
export async function followAlerts(
  client: MeridianClient,
  words: i18n,
  show: (notice: NativeNotice) => void,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Set<string>()
  let first = true
  for await (const item of await client.alerts.watch({}, { signal })) {
    const fresh = item.upserts.filter((alert) => !seen.has(alert.id))
    for (const id of item.removals) seen.delete(id)
    for (const alert of fresh) seen.add(alert.id)
    if (!first) for (const notice of noticesFor(fresh, words)) show(notice)
    first = false
  }
}
