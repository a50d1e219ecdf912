import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Finding } from '../../shared/records/analysis.ts'
import { type AnalysisPart, paths } from '../app/paths.ts'
import { RecordPanel } from '../records/record-panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './analysis-screen.module.css'
import { BesidePanel } from './beside-panel.tsx'
import { ConfirmFixDialog } from './confirm-fix-dialog.tsx'
import { ExamplesPanel } from './examples-panel.tsx'
import { FindingsColumn } from './findings-column.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { recordNoun } from './record-noun.ts'
import { StopDialog } from './stop-dialog.tsx'
import { useAnalysis } from './use-analysis.ts'
import { useAnalysisKeys } from './use-analysis-keys.ts'
import { useConfirmations } from './use-confirmations.ts'
import { useCopy } from './use-copy.ts'
import { useFindingChoice } from './use-finding-choice.ts'
import { useFindingTools } from './use-finding-tools.ts'
import { usePinning } from './use-pinning.ts'
import { useRecordColumns } from './use-record-columns.ts'

// Fetched when a report is first wanted.
const ReportPanel = lazy(async () => ({
  default: (await import('../incident-reports/report-panel.tsx')).ReportPanel,
}))

const NO_IDS: readonly string[] = []
const NO_FINDINGS: readonly Finding[] = []

/** What failing records share: the question on the left, findings in the middle, examples and report on the right. */
export function AnalysisScreen() {
  const { t } = useTranslation('analysis')
  const [, navigate] = useHashLocation()
  const desk = useAnalysis()
  const { analysis, shown, control, recordSetId, ticketId } = desk
  const isRunning = control.search.kind === 'running'
  const findings = shown?.findings ?? NO_FINDINGS
  const choice = useFindingChoice(findings)
  const [part, setPart] = useState<AnalysisPart>(desk.place.part ?? 'examples')
  const [reported, setReported] = useState<string | null>(null)
  const [confirming, setConfirming] = useState<Finding | null>(null)
  const [isStopping, setStopping] = useState(false)
  const columns = useRecordColumns(analysis?.question.recordSetId ?? recordSetId)
  const confirmations = useConfirmations(analysis?.id ?? null)
  const { copied, copy } = useCopy()
  const pinning = usePinning(analysis, desk.keep)
  const { tools, answerTools } = useFindingTools({
    desk,
    copy,
    onExamples: () => setPart('examples'),
    onConfirm: setConfirming,
    onReport: ({ id }) => {
      setReported(id)
      setPart('report')
    },
  })

  useAnalysisKeys({
    choice,
    tools,
    showPart: setPart,
    pin: isRunning ? null : pinning.toggle,
    stop: isRunning ? () => setStopping(true) : null,
  })

  return (
    <div className={styles['screen']}>
      <section className={styles['question']} aria-label={t('columns.question')}>
        <RecordPanel
          recordSetId={recordSetId}
          onChoose={desk.choose}
          question={desk.question}
          onChange={desk.ask}
          onRun={() => desk.run()}
          running={isRunning}
        />
      </section>
      <section className={styles['findings']} aria-label={t('columns.findings')}>
        <FindingsColumn
          desk={desk}
          noun={recordNoun(columns)}
          choice={choice}
          tools={tools}
          answerTools={answerTools}
          copied={copied}
          confirmations={confirmations.last}
          error={pinning.error ?? confirmations.error}
          onStop={() => setStopping(true)}
          onRemoved={() => navigate(paths.analysis)}
        />
      </section>
      <section className={styles['beside']} aria-label={t('columns.beside')}>
        <BesidePanel
          part={part}
          onPart={setPart}
          contents={{
            examples: (
              <ExamplesPanel
                finding={choice.active}
                number={choice.active === null ? 0 : findings.indexOf(choice.active) + 1}
                columns={columns}
                analysisId={isRunning ? null : (analysis?.id ?? null)}
              />
            ),
            report: (
              <Suspense fallback={<Skeleton width="60%" />}>
                <ReportPanel
                  analysisId={isRunning ? null : (analysis?.id ?? null)}
                  findingIds={reported === null ? NO_IDS : [reported]}
                  ticketId={ticketId}
                />
              </Suspense>
            ),
            history: (
              <HistoryPanel
                recordSetId={recordSetId}
                ticketId={ticketId}
                shown={analysis}
                onChanged={desk.keep}
                onRemoved={(id) => {
                  if (id === analysis?.id) navigate(paths.analysis)
                }}
              />
            ),
          }}
        />
      </section>
      {isStopping && isRunning && (
        <StopDialog
          onGoOn={() => setStopping(false)}
          onStop={() => {
            setStopping(false)
            control.cancel()
          }}
        />
      )}
      {confirming !== null && analysis !== null && (
        <ConfirmFixDialog
          analysis={analysis}
          finding={confirming}
          earlier={confirmations.of(confirming.id)}
          onConfirmed={confirmations.reload}
          onClose={() => setConfirming(null)}
        />
      )}
    </div>
  )
}
