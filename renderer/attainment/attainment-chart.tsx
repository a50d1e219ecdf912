import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { useViewerZone } from '../app/viewer-zone.ts'
import styles from './attainment-chart.module.css'
import { GoalDot, ShareDot } from './chart-dots.tsx'
import { ChartLegend } from './chart-legend.tsx'
import { ChartTip } from './chart-tip.tsx'
import { formatCount, formatPlainShare } from './format-figures.ts'
import type { GoalTotal } from './goal-totals.ts'
import { HatchPattern } from './hatch-pattern.tsx'
import { countTicks, lowestShare, shareTicks } from './axis-ticks.ts'
import { decided, isFew } from './counts.ts'
import type { MonthPoint } from './month-series.ts'
import { MonthTick } from './month-tick.tsx'
import { useFigureWords } from './use-figure-words.ts'

export interface AttainmentChartProps {
  points: readonly MonthPoint[]
  goal: GoalTotal | null
  runningMonth: string
  timeZone: string
}

/** The same in both charts, so that their months stand above each other. */
const AXIS_WIDTH = 64
const SYNC = 'attainment'

/**
 * Share per month as a line, and beneath it the cases it is a share of. Two charts with one axis of months rather than
 * one with two vertical axes, which would invite comparing a height in cases with a height in percent.
 * Hidden from screen readers, which get the table of the same points.
 */
export function AttainmentChart({ points, goal, runningMonth, timeZone }: AttainmentChartProps) {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const words = useFigureWords()
  const hatchId = useId()
  const lowest = lowestShare([
    ...points.flatMap((point) => [point.share, point.goal?.share ?? null]),
    goal?.requiredShare ?? null,
  ])
  const percent = (share: number) => formatPlainShare(share, language)
  // Beside the goal's line stands what it asks.
  const margin = { top: 8, right: goal === null ? 16 : 72, bottom: 8, left: 0 }
  const most = Math.max(...points.map(({ counts }) => decided(counts)))
  const tip = (
    <Tooltip
      isAnimationActive={false}
      cursor={{
        stroke: 'var(--line-strong)',
        strokeWidth: 1,
        fill: 'var(--surface-hover)',
        fillOpacity: 0.6,
      }}
      content={<ChartTip series={points} goal={goal} runningMonth={runningMonth} />}
    />
  )

  return (
    <div aria-hidden className={styles['charts']}>
      <ChartLegend goal={goal} hasFew={points.some(({ share, counts }) => share !== null && isFew(counts))} />
      <LineChart
        responsive
        accessibilityLayer={false}
        className={styles['shares'] ?? ''}
        data={[...points]}
        margin={margin}
        syncId={SYNC}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="month" scale="band" hide />
        <YAxis
          width={AXIS_WIDTH}
          domain={[lowest, 1]}
          ticks={shareTicks(lowest)}
          interval={0}
          tickFormatter={percent}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          label={{
            ...AXIS_LABEL,
            value: lowest === 0 ? t('chart.share') : t('chart.shareFrom', { lowest: percent(lowest) }),
          }}
        />
        {goal !== null && (
          <ReferenceLine
            y={goal.requiredShare}
            stroke="var(--text-degraded)"
            strokeWidth={1.5}
            strokeDasharray="8 4"
            label={{
              value: words.required(goal),
              position: 'right',
              fill: 'var(--text-degraded)',
              fontSize: 12,
            }}
          />
        )}
        {tip}
        {goal !== null && (
          <Line
            dataKey={(point: MonthPoint) => point.goal?.share ?? null}
            type="linear"
            stroke="var(--text-degraded)"
            strokeDasharray="2 3"
            strokeWidth={1.5}
            isAnimationActive={false}
            activeDot={false}
            dot={<GoalDot series={points} />}
          />
        )}
        <Line
          dataKey="share"
          type="linear"
          stroke="var(--text)"
          strokeWidth={2}
          isAnimationActive={false}
          activeDot={false}
          dot={<ShareDot series={points} />}
        />
      </LineChart>
      <BarChart
        responsive
        accessibilityLayer={false}
        className={styles['cases'] ?? ''}
        data={[...points]}
        margin={{ ...margin, bottom: 0 }}
        syncId={SYNC}
      >
        <defs>
          <HatchPattern id={hatchId} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="month"
          height={46}
          interval="preserveStartEnd"
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={<MonthTick series={points} runningMonth={runningMonth} />}
          label={{
            value: t('chart.month', { zone: timeZone.replaceAll('_', ' ') }),
            position: 'insideBottom',
            fill: 'var(--text-muted)',
            fontSize: 12,
          }}
        />
        <YAxis
          width={AXIS_WIDTH}
          domain={[0, countTicks(most).at(-1) ?? 1]}
          ticks={countTicks(most)}
          interval={0}
          tickFormatter={(count: number) => formatCount(count, language)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          label={{ ...AXIS_LABEL, value: t('chart.cases') }}
        />
        {tip}
        <Bar
          dataKey="counts.kept"
          stackId="cases"
          fill="var(--state-ok)"
          stroke="var(--state-outline)"
          maxBarSize={72}
          isAnimationActive={false}
        />
        <Bar
          dataKey="counts.broken"
          stackId="cases"
          fill={`url(#${hatchId})`}
          stroke="var(--state-breached)"
          maxBarSize={72}
          isAnimationActive={false}
        />
      </BarChart>
    </div>
  )
}

const TICK = { fill: 'var(--text-muted)', fontSize: 12 }
const AXIS_LABEL = {
  angle: -90,
  position: 'insideLeft',
  style: { textAnchor: 'middle' },
  fill: 'var(--text-muted)',
  fontSize: 12,
} as const
