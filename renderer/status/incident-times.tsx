import { useTranslation } from 'react-i18next'
import type { ProviderIncident } from '../../shared/records/status-page.ts'
import { useTicking } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatDuration } from '../ui/format-countdown.ts'
import { formatInstant, formatUtc } from '../ui/format-instant.ts'

/** When it began and ended, or its window, in the viewer's zone; hover shows UTC. */
export function IncidentTimes({ incident }: { incident: ProviderIncident }) {
  const { t } = useTranslation('status')
  const zone = useViewerZone()
  const { startedAt, endedAt } = incident
  const minute = useTicking((now) => Math.floor(now / 60_000) * 60_000)

  function said(instant: number): string {
    return formatInstant(instant, minute, zone)
  }

  if (startedAt === null && endedAt === null) return <span>{t('incident.noTime')}</span>
  if (incident.kind === 'maintenance' && startedAt !== null) {
    return (
      <>
        <span
          title={endedAt === null ? formatUtc(startedAt) : `${formatUtc(startedAt)} – ${formatUtc(endedAt)}`}
        >
          {endedAt === null
            ? t('incident.windowFrom', { from: said(startedAt) })
            : t('incident.window', { from: said(startedAt), to: said(endedAt) })}
        </span>
        {incident.open !== false && <Until startedAt={startedAt} endedAt={endedAt} minute={minute} />}
      </>
    )
  }
  return (
    <>
      {startedAt !== null && (
        <span title={formatUtc(startedAt)}>{t('incident.started', { time: said(startedAt) })}</span>
      )}
      {endedAt !== null && (
        <span title={formatUtc(endedAt)}>{t('incident.ended', { time: said(endedAt) })}</span>
      )}
    </>
  )
}

function Until({
  startedAt,
  endedAt,
  minute,
}: {
  startedAt: number
  endedAt: number | null
  minute: number
}) {
  const { t } = useTranslation('status')
  if (minute < startedAt)
    return <span>{t('incident.startsIn', { time: formatDuration(startedAt - minute) })}</span>
  if (endedAt === null) return null
  if (minute < endedAt) return <span>{t('incident.endsIn', { time: formatDuration(endedAt - minute) })}</span>
  return <strong>{t('incident.overrun', { time: formatDuration(minute - endedAt) })}</strong>
}
