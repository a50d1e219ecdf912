import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { newSourcePath } from '../sources/sources-path.ts'
import { useTicking } from '../app/now.tsx'
import { classes } from '../ui/classes.ts'
import { formatAge } from '../ui/format-age.ts'
import hatch from '../ui/hatch.module.css'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PageView } from './page-view.ts'
import { ServiceStateMark } from './service-state-mark.tsx'
import { statusPath } from './status-path.ts'
import styles from './status-strip.module.css'
import { usePageViews } from './use-page-views.ts'

/** As many chips as fit a line of a laptop; the rest are quieter ones behind a count. */
const MOST_CHIPS = 8

/** Every provider on one line over the board, worst first, each with the age of what we know. */
export function StatusStrip() {
  const { t } = useTranslation('status')
  const { views, isLoading } = usePageViews()
  const shown = views.slice(0, views.length > MOST_CHIPS ? MOST_CHIPS - 1 : MOST_CHIPS)
  const hidden = views.length - shown.length
  return (
    <nav className={styles['strip']} aria-label={t('strip.label')}>
      {isLoading && views.length === 0 && <WaitingStrip label={t('strip.waiting')} />}
      {!isLoading && views.length === 0 && (
        <span className={styles['none']}>
          {t('strip.none')} <Link href={newSourcePath}>{t('strip.add')}</Link>
        </span>
      )}
      {shown.map((view) => (
        <StatusChip key={view.sourceId} view={view} />
      ))}
      {hidden > 0 && (
        <Link href={paths.status} className={styles['chip']}>
          {t('strip.more', { count: hidden })}
        </Link>
      )}
    </nav>
  )
}

function WaitingStrip({ label }: { label: string }) {
  return (
    <output aria-label={label} className={styles['waiting']}>
      <Skeleton width={120} />
      <Skeleton width={96} />
      <Skeleton width={140} />
    </output>
  )
}

function StatusChip({ view }: { view: PageView }) {
  const { t } = useTranslation('status')
  const checkedAt = view.page?.checkedAt ?? null
  const age = useTicking((now) => (checkedAt === null ? null : formatAge(now - checkedAt)))
  const words = {
    name: view.name,
    state: t(`state.${view.state}`),
    freshness: t(`freshness.${view.freshness}`),
  }
  const sentence = age === null ? t('strip.chipNever', words) : t('strip.chip', { ...words, age })
  const open = view.openCount > 0 ? t('strip.open', { count: view.openCount }) : null
  const isCurrent = view.freshness === 'current'
  return (
    <Link
      href={statusPath(view.sourceId)}
      className={classes(styles['chip'], !isCurrent && styles['doubtful'], !isCurrent && hatch['hatched'])}
      aria-label={open === null ? sentence : `${sentence}. ${open}`}
      title={open === null ? sentence : `${sentence}. ${open}`}
    >
      <ServiceStateMark state={view.state} hideWord />
      <span className={styles['name']}>{view.name}</span>
      {view.openCount > 0 && <span className={styles['count']}>{view.openCount}</span>}
      {!isCurrent && <span className={styles['word']}>{t(`freshness.${view.freshness}`)}</span>}
      {age !== null && <span className={styles['age']}>{age}</span>}
    </Link>
  )
}
