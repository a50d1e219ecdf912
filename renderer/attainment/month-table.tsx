import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { NO_COUNTS } from './counts.ts'
import type { GoalTotal } from './goal-totals.ts'
import type { MonthPoint } from './month-series.ts'
import { monthName } from './months.ts'
import { ShareFigure } from './share-figure.tsx'
import { useFigureWords } from './use-figure-words.ts'

export interface MonthTableProps {
  label: string
  points: readonly MonthPoint[]
  goal: GoalTotal | null
  runningMonth: string
}

/** The chart's figures as a table: for screen readers always, on screen when asked for. */
export function MonthTable({ label, points, goal, runningMonth }: MonthTableProps) {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const words = useFigureWords()
  const columns: DataColumn<MonthPoint>[] = [
    {
      id: 'month',
      header: t('table.columns.month'),
      cell: ({ month }) => {
        const name = monthName(month, language, 'with-year')
        return month === runningMonth ? t('toolbar.soFar', { month: name }) : name
      },
    },
    {
      id: 'share',
      header: t('table.columns.share'),
      align: 'end',
      cell: shareCell,
    },
    ...(['kept', 'broken', 'excluded'] as const).map((name): DataColumn<MonthPoint> => ({
      id: name,
      header: t(`table.columns.${name}`),
      align: 'end',
      cell: ({ counts }) => words.count(counts[name]),
    })),
    ...(goal === null
      ? []
      : [
          {
            id: 'goal',
            header: `${t('chart.goal')}: ${goal.name}`,
            align: 'end' as const,
            cell: goalCell,
          },
        ]),
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={points}
      rowKey={(point) => point.month}
      empty={t('table.empty')}
    />
  )
}

function shareCell({ counts }: MonthPoint) {
  return <ShareFigure counts={counts} />
}

function goalCell({ goal }: MonthPoint) {
  return <ShareFigure counts={goal ?? NO_COUNTS} />
}
