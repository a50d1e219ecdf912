import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const HOUR_MS = 3_600_000

/** A length of open time in hours, as the viewer's language writes numbers: `247.5 h`. Milliseconds. */
export function useHours(): (lengthMs: number) => string {
  const { t, i18n } = useTranslation('workshop')
  return useCallback(
    (lengthMs) => {
      const hours = (lengthMs / HOUR_MS).toLocaleString(i18n.language, { maximumFractionDigits: 2 })
      return t('calendar.hours', { hours })
    },
    [t, i18n.language],
  )
}
