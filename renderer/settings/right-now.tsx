import { useTranslation } from 'react-i18next'
import type { Attention } from '../../shared/contract/alerts.ts'
import { desksOnDuty, mayRing } from '../../shared/shifts/attention.ts'
import { quietUntil } from '../../shared/shifts/quiet-hours.ts'
import { useLive } from '../app/client.tsx'
import { useNow } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatInstant } from '../ui/format-instant.ts'
import { StateMark } from '../ui/state-mark.tsx'

/** What these settings let through at this moment, by the same rule that decides it. */
export function RightNow({ attention }: { attention: Attention }) {
  const { t, i18n } = useTranslation('alerts')
  const forecasts = useLive('forecast').values
  const zone = useViewerZone()
  const now = useNow()
  const onDuty = desksOnDuty(forecasts, now)
  const critical = { kind: 'breached', severityRank: 0, acknowledged: null } as const
  const other = { kind: 'at-risk', severityRank: null, acknowledged: null } as const
  const names = forecasts.flatMap(({ deskId, name }) =>
    deskId !== null && onDuty.includes(deskId) ? [name ?? deskId] : [],
  )
  const until = attention.quietHours === null ? null : quietUntil(attention.quietHours, now)

  function words(): string {
    if (!mayRing(critical, attention, onDuty, now)) {
      return t('attention.now.nothing', { desk: new Intl.ListFormat(i18n.language).format(names) })
    }
    if (until === null || mayRing(other, attention, onDuty, now)) return t('attention.now.everything')
    return t('attention.now.critical', { time: formatInstant(until, now, zone) })
  }
  return (
    <p>
      <strong>{t('attention.now.title')}</strong>{' '}
      <StateMark state={until === null ? 'ok' : 'outside-hours'} /> {words()}
    </p>
  )
}
