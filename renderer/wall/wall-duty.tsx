import { useTranslation } from 'react-i18next'
import { useClient, useLive } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { useQuery } from '../app/use-query.ts'
import { useInterval } from '../app/use-interval.ts'
import { classes } from '../ui/classes.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { NOBODY, type WatchView, watchViews } from '../boards/watches.ts'
import { type DeskNow, desksNow } from './on-duty.ts'
import styles from './wall-screen.module.css'

/** Rosters change seldom; a wall is never reloaded by hand. */
const ASK_EVERY_MS = 5 * 60_000
/** As many desks as the header has lines for. */
const MOST_DESKS = 3

/** Which desks are in their hours now, what breaches on their watch within 24 hours, and the time where they sit. */
export function WallDuty() {
  const { t } = useTranslation('wall')
  const client = useClient()
  const settings = useQuery('settings', (signal) => client.settings.get({}, { signal }))
  const minute = useTicking((now) => Math.floor(now / 60_000) * 60_000)
  const forecasts = useLive('forecast').values
  useInterval(ASK_EVERY_MS, settings.reload)
  if (settings.data === undefined) return <div className={styles['duty']} />
  const watches = new Map(watchViews(forecasts, minute, null).map((view) => [view.key, view]))
  const desks = inOrderOfWatch(desksNow(settings.data.desks, minute), [...watches.keys()])
  const isCovered = desks.some((desk) => desk.isOnDuty)
  const unwatched = watches.get(NOBODY)?.caseCount ?? 0
  const warns = desks.length > 0 && (!isCovered || unwatched > 0)
  return (
    <section className={styles['duty']} aria-label={t('duty.label')}>
      {desks.length === 0 && <p className={styles['small']}>{t('duty.none')}</p>}
      {warns && (
        <p className={styles['uncovered']}>
          {t(isCovered ? 'duty.unwatched' : unwatched > 0 ? 'duty.nobodyDue' : 'duty.nobody', {
            count: unwatched,
          })}
        </p>
      )}
      {desks.slice(0, warns ? MOST_DESKS - 1 : MOST_DESKS).map((desk) => (
        <p key={desk.id} className={classes(styles['desk'], desk.isOnDuty && styles['onDuty'])}>
          <StateMark
            state={desk.isOnDuty ? 'ok' : 'outside-hours'}
            label={t(desk.isOnDuty ? 'duty.now' : 'duty.off')}
          />
          <span className={styles['cut']}>{desk.name}</span>
          <WatchCount watch={watches.get(desk.id)} />
          <span>{desk.localTime ?? '–'}</span>
        </p>
      ))}
    </section>
  )
}

/** Who has the watch next stands next, as far as the forecast is here. */
function inOrderOfWatch(desks: readonly DeskNow[], order: readonly string[]): DeskNow[] {
  return desks.toSorted(
    (a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || order.indexOf(a.id) - order.indexOf(b.id),
  )
}

/** How many cases breach on a desk's watch if nobody acts; nothing until the forecast is here. */
function WatchCount({ watch }: { watch: WatchView | undefined }) {
  const { t } = useTranslation('wall')
  if (watch === undefined) return null
  const { caseCount } = watch
  return (
    <span className={classes(styles['watchCount'], caseCount === 0 && styles['none'])}>
      {t('duty.due', { count: caseCount })}
    </span>
  )
}
