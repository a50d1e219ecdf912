import { useTranslation } from 'react-i18next'
import type { Desk } from '../../shared/contract/settings.ts'
import { useTicking } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatInstant } from '../ui/format-instant.ts'
import { isTimeZone } from '../ui/time-zone.ts'

/** A desk by its name and what time it is there now. */
export function DeskTime({ desk }: { desk: Desk }) {
  const { t } = useTranslation('ticket')
  const { language } = useViewerZone()
  const isKnown = isTimeZone(desk.timeZone)
  const time = useTicking((now) =>
    isKnown ? formatInstant(now, now, { language, timeZone: desk.timeZone }) : null,
  )
  return (
    <span title={desk.timeZone}>
      {time === null ? desk.name : t('escalation.desk', { name: desk.name, time })}
    </span>
  )
}
