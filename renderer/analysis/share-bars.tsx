import { useTranslation } from 'react-i18next'
import type { SideCounts } from '../../shared/records/analysis.ts'
import { classes } from '../ui/classes.ts'
import styles from './share-bars.module.css'
import { useFigures } from './use-figures.ts'

/** How much of failing and of working has it, one bar above the other. */
export function ShareBars({ counts }: { counts: SideCounts }) {
  const { t } = useTranslation('analysis')
  const figures = useFigures()
  const failing = figures.share(counts.failing.inside, counts.failing.of)
  const working = figures.share(counts.working.inside, counts.working.of)
  return (
    <div className={styles['bars']}>
      <span className={styles['name']}>{t('findings.bars.failing')}</span>
      <Bar side="failing" share={shareOf(counts.failing)} />
      <span className={styles['figure']}>{failing}</span>
      <span className={styles['name']}>{t('findings.bars.working')}</span>
      <Bar side="working" share={shareOf(counts.working)} />
      <span className={styles['figure']}>{working}</span>
    </div>
  )
}

function Bar({ side, share }: { side: 'failing' | 'working'; share: number }) {
  // A single record among thousands is still to be seen.
  const width = share === 0 ? 0 : Math.max(share * 100, 0.5)
  return (
    <svg className={styles['bar']} width="100%" height="10" aria-hidden focusable="false">
      <rect className={styles['ground']} width="100%" height="10" rx="2" />
      <rect className={classes(styles['fill'], styles[side])} width={`${width}%`} height="10" rx="2" />
    </svg>
  )
}

function shareOf({ inside, of }: { inside: number; of: number }): number {
  return of === 0 ? 0 : Math.min(1, inside / of)
}
