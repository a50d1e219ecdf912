import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { useQuery } from '../app/use-query.ts'
import { useInterval } from '../app/use-interval.ts'
import { classes } from '../ui/classes.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { desksNow } from './on-duty.ts'
import styles from './wall-screen.module.css'

/** Rosters change seldom; a wall is never reloaded by hand. */
const ASK_EVERY_MS = 5 * 60_000
/** As many desks as the header has lines for. */
const MOST_DESKS = 3

/** Which desks are in their hours now, with the time where they sit. */
export function WallDuty() {
  const { t } = useTranslation('wall')
  const client = useClient()
  const settings = useQuery('settings', (signal) => client.settings.get({}, { signal }))
  const minute = useTicking((now) => Math.floor(now / 60_000) * 60_000)
  useInterval(ASK_EVERY_MS, settings.reload)
  if (settings.data === undefined) return <div className={styles['duty']} />
  const desks = desksNow(settings.data.desks, minute)
  const isCovered = desks.some((desk) => desk.isOnDuty)
  return (
    <section className={styles['duty']} aria-label={t('duty.label')}>
      {desks.length === 0 && <p className={styles['small']}>{t('duty.none')}</p>}
      {desks.length > 0 && !isCovered && <p className={styles['uncovered']}>{t('duty.nobody')}</p>}
      {desks.slice(0, isCovered ? MOST_DESKS : MOST_DESKS - 1).map((desk) => (
        <p key={desk.id} className={classes(styles['desk'], desk.isOnDuty && styles['onDuty'])}>
          <StateMark
            state={desk.isOnDuty ? 'ok' : 'outside-hours'}
            label={t(desk.isOnDuty ? 'duty.now' : 'duty.off')}
          />
          <span className={styles['cut']}>{desk.name}</span>
          <span>{desk.localTime ?? '–'}</span>
        </p>
      ))}
    </section>
  )
}
