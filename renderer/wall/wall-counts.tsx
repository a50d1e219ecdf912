import { useTranslation } from 'react-i18next'
import { useLive } from '../app/client.tsx'
import { useNow } from '../app/now.tsx'
import { countTiles, TILES, type Tile } from '../boards/board-filter.ts'
import { classes } from '../ui/classes.ts'
import { StateMark, type StateName } from '../ui/state-mark.tsx'
import styles from './wall-screen.module.css'

const MARKS: Partial<Record<Tile, StateName>> = { breached: 'breached', 'at-risk': 'at-risk' }

/** How many open cases, and how many of them in trouble. */
export function WallCounts() {
  const { t } = useTranslation('wall')
  const { values, state } = useLive('board')
  const counts = countTiles(values, useNow())
  if (state === 'loading') return <div className={styles['counts']} />
  return (
    <ul className={styles['counts']} aria-label={t('counts.label')}>
      {TILES.map((tile) => (
        <li key={tile} className={classes(styles['count'], counts[tile] === 0 && styles['none'])}>
          <span className={styles['figure']}>
            {MARKS[tile] !== undefined && <StateMark state={MARKS[tile]} />}
            {counts[tile]}
          </span>
          <span className={styles['small']}>{t(`counts.${tile}`)}</span>
        </li>
      ))}
      <li className={styles['count']}>
        <span className={styles['figure']}>{values.length}</span>
        <span className={styles['small']}>{t('counts.open')}</span>
      </li>
    </ul>
  )
}
