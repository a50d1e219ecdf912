import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMetricName } from '../boards/use-metric-name.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { AttainmentView } from './attainment-view.ts'
import styles from './chart-panel.module.css'
import type { Figures } from './figures.ts'
import { MonthTable } from './month-table.tsx'

// Fetched beside the figures: the words and the table need not wait for the drawing code.
const AttainmentChart = lazy(async () => ({
  default: (await import('./attainment-chart.tsx')).AttainmentChart,
}))

export interface ChartPanelProps {
  view: AttainmentView
  onView: (view: AttainmentView) => void
  figures: Figures
  runningMonth: string
  isTable: boolean
  onTable: (isTable: boolean) => void
}

/** The months as a chart, or as the table that screen readers always have. */
export function ChartPanel({ view, onView, figures, runningMonth, isTable, onTable }: ChartPanelProps) {
  const { t } = useTranslation('attainment')
  const metricName = useMetricName()
  const title = t('chart.title', { metric: metricName(figures.metric) })
  const { chartGoal: goal, chartGoals, points } = figures
  return (
    <Panel
      title={title}
      actions={
        <div className={styles['actions']}>
          {chartGoals.length > 1 && goal !== null && (
            <SelectField
              label={t('chart.whichGoal')}
              hideLabel
              value={goal.key}
              choices={chartGoals.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(key) => onView({ ...view, goal: key })}
            />
          )}
          <Button variant="quiet" onPress={() => onTable(!isTable)}>
            {t(isTable ? 'chart.asChart' : 'chart.asTable')}
          </Button>
        </div>
      }
    >
      {!isTable && (
        <div className={styles['chart']}>
          <Suspense>
            <AttainmentChart
              points={points}
              goal={goal}
              runningMonth={runningMonth}
              timeZone={view.timeZone}
            />
          </Suspense>
        </div>
      )}
      <div className={isTable ? undefined : styles['unseen']}>
        <MonthTable label={title} points={points} goal={goal} runningMonth={runningMonth} />
      </div>
    </Panel>
  )
}
