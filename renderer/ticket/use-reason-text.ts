import { useTranslation } from 'react-i18next'
import type { Reason } from '../../shared/records/clock.ts'
import { useInstantText } from './use-instant-text.ts'

/**
 * The sentence behind a reason of the backend, with its instants in the viewer's zone and in the calendar's where it
 * names one; null for a key that shared/i18n/en/sla.ts does not have, e.g. from a newer backend.
 */
export function useReasonText(): (reason: Reason) => string | null {
  const { i18n } = useTranslation('sla')
  const instantText = useInstantText()
  return ({ key, values }) => {
    if (!i18n.exists(key, { ns: 'sla' })) return null
    const elsewhere = typeof values['zone'] === 'string' ? values['zone'] : null
    const words = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? instantText(value, elsewhere) : value,
    ])
    return String(i18n.t(key, { ns: 'sla', ...Object.fromEntries(words) }))
  }
}
