import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { ANALYSIS_PARTS, type AnalysisPart } from '../app/paths.ts'
import { Tabs } from '../ui/tabs.tsx'
import styles from './beside-panel.module.css'

export interface BesidePanelProps {
  part: AnalysisPart
  onPart: (part: AnalysisPart) => void
  /** What each of them holds. */
  contents: Readonly<Record<AnalysisPart, ReactNode>>
}

/** The right column: examples, report and history, one at a time. */
export function BesidePanel({ part, onPart, contents }: BesidePanelProps) {
  const { t } = useTranslation('analysis')
  return (
    <div className={styles['beside']}>
      <Tabs
        label={t('beside.label')}
        selected={part}
        onSelect={(id) => onPart(ANALYSIS_PARTS.find((known) => known === id) ?? 'examples')}
        tabs={ANALYSIS_PARTS.map((id) => ({ id, label: t(`beside.${id}`), content: contents[id] }))}
      />
    </div>
  )
}
