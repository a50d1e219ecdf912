import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { GoalMark, ShareMark } from './chart-dots.tsx'
import styles from './chart-legend.module.css'
import type { GoalTotal } from './goal-totals.ts'
import { HatchPattern } from './hatch-pattern.tsx'

const ENOUGH = { kept: 9, broken: 0 }
const FEW = { kept: 1, broken: 0 }

/** What the marks of both charts mean. */
export function ChartLegend({ goal, hasFew }: { goal: GoalTotal | null; hasFew: boolean }) {
  const { t } = useTranslation('attainment')
  const hatchId = useId()
  return (
    <ul className={styles['legend']}>
      <Entry word={t('table.columns.share')}>
        <path d="M0 6H24" stroke="var(--text)" strokeWidth="2" />
        <ShareMark x={12} y={6} counts={ENOUGH} />
      </Entry>
      {hasFew && (
        <Entry word={t('chart.few')}>
          <ShareMark x={12} y={6} counts={FEW} />
        </Entry>
      )}
      {goal !== null && (
        <Entry word={`${t('chart.goal')}: ${goal.name}`}>
          <path d="M0 6H24" stroke="var(--text-degraded)" strokeWidth="1.5" strokeDasharray="2 3" />
          <GoalMark x={12} y={6} counts={ENOUGH} />
        </Entry>
      )}
      <Entry word={t('chart.kept')}>
        <rect x="6" width="12" height="12" fill="var(--state-ok)" stroke="var(--state-outline)" />
      </Entry>
      <Entry word={t('chart.broken')}>
        <HatchPattern id={hatchId} />
        <rect x="6" width="12" height="12" fill={`url(#${hatchId})`} stroke="var(--state-breached)" />
      </Entry>
    </ul>
  )
}

function Entry({ word, children }: { word: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 24 12" width="24" height="12">
        {children}
      </svg>
      {word}
    </li>
  )
}
