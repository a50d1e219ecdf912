import { useTranslation } from 'react-i18next'
import type { Reason } from '../../shared/records/clock.ts'
import { useHub } from '../app/client.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatInstant } from '../ui/format-instant.ts'

/**
 * The sentence behind a reason of the backend, with its instants in the viewer's zone; null for a key that
 * shared/i18n/en/sla.ts does not have, e.g. from a newer backend.
 */
export function useReasonText(): (reason: Reason) => string | null {
  const { i18n } = useTranslation('sla')
  const zone = useViewerZone()
  const { time } = useHub()
  return ({ key, values }) => {
    if (!i18n.exists(key, { ns: 'sla' })) return null
    const words = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatInstant(value, time.now(), zone) : value,
    ])
    return String(i18n.t(key, { ns: 'sla', ...Object.fromEntries(words) }))
  }
}
