import { memo } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLive, useMay } from '../app/client.tsx'
import { useKeys } from '../app/keys.tsx'
import { useNow } from '../app/now.tsx'
import { paths } from '../app/paths.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Badge } from '../ui/badge.tsx'
import { classes } from '../ui/classes.ts'
import { Countdown } from '../ui/countdown.tsx'
import { formatInstant } from '../ui/format-instant.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import styles from './board-watches.module.css'
import { NOBODY, type WatchView, watchViews } from './watches.ts'

/** Keys of the first chips; the digits before them belong to the tiles. */
const KEYS = ['6', '7', '8', '9']

export interface BoardWatchesProps {
  selected: string | null
  onSelect: (watch: string | null) => void
}

/** On whose watch what breaches within the next 24 hours if nobody acts; each desk narrows the board to its cases. */
export const BoardWatches = memo(function BoardWatches({ selected, onSelect }: BoardWatchesProps) {
  const { t } = useTranslation(['shifts', 'board'])
  const { values, state } = useLive('forecast')
  const now = useNow()
  const views = watchViews(values, now, selected)
  const hasRoster = values.some(({ deskId }) => deskId !== null)

  function toggle(key: string): void {
    onSelect(selected === key ? null : key)
  }
  const keyed = hasRoster ? views.slice(0, KEYS.length) : []
  useKeys(
    t('board:keys.group'),
    keyed.map(({ key, name }, index) => ({
      keys: KEYS[index] ?? '',
      label: key === NOBODY ? t('keys.nobody') : t('keys.watch', { name: name ?? key }),
      run: () => toggle(key),
    })),
  )

  if (state === 'loading') return <div className={styles['strip']} />
  if (!hasRoster) return <NoRoster />
  return (
    <div className={styles['strip']}>
      <span className={styles['label']}>{t('strip.label')}</span>
      <Toolbar label={t('strip.label')}>
        {views.map((view) => (
          <WatchChip
            key={view.key}
            view={view}
            isSelected={selected === view.key}
            onChange={() => toggle(view.key)}
          />
        ))}
      </Toolbar>
    </div>
  )
})

function NoRoster() {
  const { t } = useTranslation('shifts')
  const mayAdd = useMay('admin')
  return (
    <p className={classes(styles['strip'], styles['label'])}>
      {t('strip.none')} {mayAdd && <Link href={`${paths.settings}/desks`}>{t('strip.add')}</Link>}
    </p>
  )
}

interface WatchChipProps {
  view: WatchView
  isSelected: boolean
  onChange: () => void
}

function WatchChip({ view, isSelected, onChange }: WatchChipProps) {
  const { t } = useTranslation('shifts')
  const { key, caseCount, nextDueAt } = view
  const isGap = key === NOBODY
  const name = isGap ? t('strip.nobody') : (view.name ?? key)
  const sentence = useWatchSentence(view, name)
  return (
    <ToggleButton
      isSelected={isSelected}
      onChange={onChange}
      aria-label={sentence}
      // React Aria has no title: the words for the mouse stand on what lies inside.
      className={classes(styles['chip'], isGap && styles['gap'])}
    >
      <span title={sentence} className={styles['inside']}>
        {isGap && <StateMark state="degraded" />}
        <span className={styles['name']}>{name}</span>
        {view.isOnDuty && <Badge tone={isGap ? 'warning' : 'plain'}>{t('strip.now')}</Badge>}
        <span className={classes(styles['count'], caseCount === 0 && styles['none'])}>{caseCount}</span>
        {nextDueAt !== null && (
          <span className={styles['next']}>
            {t('strip.next')} <Countdown dueAt={nextDueAt} atRiskAt={null} />
          </span>
        )}
      </span>
    </ToggleButton>
  )
}

/** All that a chip says, in one sentence for screen readers and whoever hovers. */
function useWatchSentence({ key, watch, caseCount, nextDueAt }: WatchView, name: string): string {
  const { t } = useTranslation('shifts')
  const zone = useViewerZone()
  const now = useNow()
  const time = (at: number) => formatInstant(at, now, zone)
  const span = watch === null ? null : { from: time(watch.from), to: time(watch.to) }
  const words =
    span === null ? t('strip.noWatchSentence') : t(key === NOBODY ? 'strip.gapSentence' : 'strip.watch', span)
  if (nextDueAt === null) return t('strip.wholeClear', { name, watch: words })
  return t('strip.whole', { name, count: caseCount, time: time(nextDueAt), watch: words })
}
