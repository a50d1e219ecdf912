import { useNow } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { zoneName } from '../ui/format-instant.ts'
import styles from './wall-screen.module.css'

/** The hub's time in the wall's zone: a wall's own clock may be wrong. */
export function WallClock({ timeZone }: { timeZone: string | null }) {
  const now = useNow()
  const viewer = useViewerZone()
  const zone = { ...viewer, timeZone: timeZone ?? viewer.timeZone }
  const time = new Date(now).toLocaleTimeString(zone.language, {
    timeZone: zone.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const day = new Date(now).toLocaleDateString(zone.language, {
    timeZone: zone.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  return (
    <div className={styles['clock']}>
      <time dateTime={new Date(now).toISOString()} className={styles['time']}>
        {time}
      </time>
      <span className={styles['small']}>
        {day} · {zoneName(now, zone)}
      </span>
    </div>
  )
}
