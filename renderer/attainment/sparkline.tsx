import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import { isFew } from './counts.ts'
import type { MonthPoint } from './month-series.ts'
import { monthName } from './months.ts'
import { runsOf } from './runs.ts'
import styles from './sparkline.module.css'
import { useFigureWords } from './use-figure-words.ts'

const WIDTH = 120
const HEIGHT = 20
const EDGE = 4

export interface SparklineProps {
  points: readonly MonthPoint[]
  /** Where its axis begins: the same for all lines of a table, or they could not be compared. */
  lowest: number
}

/** Shares by month in a table cell. A month without cases is a gap; one with few is a ring. */
export function Sparkline({ points, lowest }: SparklineProps) {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const words = useFigureWords()
  const step = (WIDTH - 2 * EDGE) / Math.max(1, points.length - 1)
  const x = (index: number) => (points.length === 1 ? WIDTH / 2 : EDGE + index * step)
  const y = (share: number) => EDGE + ((1 - share) / (1 - lowest)) * (HEIGHT - 2 * EDGE)
  const label = points
    .map(({ month, counts, share }) => {
      const name = monthName(month, language, 'without-year')
      if (share === null) return t('table.monthNone', { month: name })
      if (isFew(counts)) return t('table.monthFew', { month: name, kept: words.keptOf(counts) })
      return t('table.monthShare', { month: name, share: words.share(counts) })
    })
    .join(', ')

  return (
    <span title={label}>
      <span className={styles['unseen']}>{label}</span>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        className={styles['spark']}
        aria-hidden
      >
        <line className={styles['top']} x1={0} x2={WIDTH} y1={y(1)} y2={y(1)} />
        {runsOf(points.map((point) => point.share)).map((run) => (
          <polyline
            key={run[0]?.index}
            className={styles['line']}
            points={run.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')}
          />
        ))}
        {points.map(({ month, counts, share }, index) =>
          share === null ? null : (
            <circle
              key={month}
              className={isFew(counts) ? styles['few'] : styles['dot']}
              cx={x(index)}
              cy={y(share)}
              r={isFew(counts) ? 2 : 1.75}
            />
          ),
        )}
      </svg>
    </span>
  )
}
