import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import styles from './chart-tip.module.css'
import type { GoalTotal } from './goal-totals.ts'
import type { MonthPoint } from './month-series.ts'
import { monthName } from './months.ts'
import { ShareFigure } from './share-figure.tsx'
import { useFigureWords } from './use-figure-words.ts'

export interface ChartTipProps {
  series: readonly MonthPoint[]
  goal: GoalTotal | null
  runningMonth: string
  /** Added by the chart: whether the pointer is over a month, and which. */
  active?: boolean
  label?: string | number
}

/** One month's figures beside the pointer. */
export function ChartTip({ series, goal, runningMonth, active = false, label }: ChartTipProps) {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const words = useFigureWords()
  const point = series.find(({ month }) => month === label)
  if (!active || point === undefined) return null
  const name = monthName(point.month, language, 'with-year')
  return (
    <div className={styles['tip']}>
      <strong>{point.month === runningMonth ? t('toolbar.soFar', { month: name }) : name}</strong>
      <dl>
        <div className={styles['line']}>
          <dt>{t('table.columns.share')}</dt>
          <dd>
            <ShareFigure counts={point.counts} />
          </dd>
        </div>
        {(['broken', 'excluded'] as const).map((part) => (
          <div key={part} className={styles['line']}>
            <dt>{t(`chart.${part}`)}</dt>
            <dd>{words.count(point.counts[part])}</dd>
          </div>
        ))}
        {goal !== null && (
          <div className={styles['line']}>
            <dt>
              {t('chart.goal')}, {words.required(goal)}
            </dt>
            <dd>
              <ShareFigure counts={point.goal ?? { kept: 0, broken: 0 }} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  )
}
