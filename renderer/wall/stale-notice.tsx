import { useTranslation } from 'react-i18next'
import { useConnection, useLive } from '../app/client.tsx'
import { useNow } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { isStale } from '../boards/stale-sources.ts'
import { formatInstant } from '../ui/format-instant.ts'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './wall-screen.module.css'

/** Says large that the wall does not show the present, since when, and what happens by itself. */
export function StaleNotice({ timeZone }: { timeZone: string | null }) {
  const { t } = useTranslation('wall')
  const state = useConnection()
  const sources = useLive('sources')
  const now = useNow()
  const viewer = useViewerZone()
  const zone = { ...viewer, timeZone: timeZone ?? viewer.timeZone }

  if (state.kind === 'connecting')
    return <Notice title={t('stale.connecting')} why={t('stale.connectingWhy')} />
  if (state.kind === 'signed-out') return <Notice title={t('stale.revoked')} why={t('stale.revokedWhy')} />
  if (state.kind === 'reconnecting') {
    const time = formatInstant(state.since, now, zone)
    return <Notice title={t('stale.lost', { time })} why={t('stale.lostWhy')} />
  }
  const stale = sources.values.filter(
    (source) =>
      source.role === 'tickets' &&
      source.enabled &&
      isStale(source, now) &&
      source.health.state !== 'working',
  )
  if (stale.length === 0) return null
  const reads = stale.map((source) => source.health.lastSuccessAt).filter((at) => at !== null)
  return (
    <Notice
      title={t('stale.source', { names: stale.map((source) => source.name).join(', ') })}
      why={
        reads.length === 0
          ? t('stale.sourceNever')
          : t('stale.sourceWhy', { time: formatInstant(Math.min(...reads), now, zone) })
      }
    />
  )
}

function Notice({ title, why }: { title: string; why: string }) {
  return (
    <div className={styles['notice']} role="alert">
      <strong className={styles['noticeTitle']}>
        <StateMark state="breached" /> {title}
      </strong>
      <span className={styles['small']}>{why}</span>
    </div>
  )
}
