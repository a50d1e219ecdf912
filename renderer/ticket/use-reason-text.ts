import { useTranslation } from 'react-i18next'
import type { Reason } from '../../shared/records/clock.ts'
import { useHub } from '../app/client.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatInstant } from '../ui/format-instant.ts'

/** Numbers above this are instants, as `Reason` promises; no count and no length in a sentence is as large. */
const YEAR_2000 = Date.UTC(2000)

/** The sentence behind a reason of the backend; null for one this page has no words for. */
export function useReasonText(): (reason: Reason) => string | null {
  const { i18n } = useTranslation('sla')
  const zone = useViewerZone()
  const { time } = useHub()
  return ({ key, values }) => {
    if (!i18n.exists(key, { ns: 'sla' })) return null
    const words = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && value > YEAR_2000 ? formatInstant(value, time.now(), zone) : value,
    ])
    return String(i18n.t(key, { ns: 'sla', ...Object.fromEntries(words) }))
  }
}
