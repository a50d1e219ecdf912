import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import { useMay } from '../app/client.tsx'
import { Banner } from '../ui/banner.tsx'
import { FailingSection } from './failing-section.tsx'
import styles from './record-panel.module.css'
import { RecordSetSection } from './record-set-section.tsx'
import { RunBar } from './run-bar.tsx'
import { SidesSection } from './sides-section.tsx'
import { useRecordPanel } from './use-record-panel.ts'
import { useSides } from './use-sides.ts'

export interface RecordPanelProps {
  /** Chosen record set; null while none is. */
  recordSetId: string | null
  onChoose: (recordSetId: string | null) => void
  /** What is asked; its record set means nothing while none is chosen. */
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
  /** Runs the analysis. */
  onRun: () => void
  running: boolean
}

/** The left side of an analysis: which records, and what failing means. */
export function RecordPanel(props: RecordPanelProps): ReactNode {
  const { t } = useTranslation('records')
  const mayChange = useMay('operator')
  const panel = useRecordPanel(props)
  const { recordSet } = panel
  const sides = useSides(recordSet, props.question, panel.obstacle === null)
  return (
    <div className={styles['panel']}>
      <div className={styles['sections']}>
        {!mayChange && <Banner tone="information">{t('readOnly')}</Banner>}
        <RecordSetSection
          panel={panel}
          mayChange={mayChange}
          question={props.question}
          onChange={props.onChange}
        />
        {recordSet !== null && (
          <>
            <FailingSection
              recordSet={recordSet}
              question={props.question}
              onChange={props.onChange}
              suggestions={panel.suggestions}
              mayChange={mayChange}
            />
            <SidesSection
              recordSet={recordSet}
              sides={sides}
              question={props.question}
              onChange={props.onChange}
              mayChange={mayChange}
            />
          </>
        )}
      </div>
      {mayChange && recordSet !== null && (
        <RunBar
          obstacle={panel.obstacle}
          sides={sides}
          matchOn={props.question.matchOn}
          running={props.running}
          onRun={props.onRun}
        />
      )}
    </div>
  )
}
