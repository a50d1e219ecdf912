import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import type { MonthPoint } from './month-series.ts'
import { tickName } from './months.ts'

export interface MonthTickProps {
  series: readonly MonthPoint[]
  /** Its figures are not final. */
  runningMonth: string
  /** Added by the chart: where the tick stands and its month. */
  x?: number
  y?: number
  payload?: { value: string }
}

export function MonthTick({ series, runningMonth, x, y, payload }: MonthTickProps) {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const month = payload?.value ?? ''
  const months = series.map((point) => point.month)
  return (
    <text x={x} y={y} dy={12} textAnchor="middle" fontSize={12} fill="var(--text-muted)">
      {tickName(month, months, language)}
      {month === runningMonth && (
        <tspan fill="var(--text)" fontStyle="italic">
          {` ${t('chart.soFar')}`}
        </tspan>
      )}
    </text>
  )
}
