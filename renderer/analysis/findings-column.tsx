import { ORPCError } from '@orpc/client'
import { useTranslation } from 'react-i18next'
import type { Analysis } from '../../shared/records/analysis.ts'
import { useMay } from '../app/client.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { AnalysisHeader, CaseWords } from './analysis-header.tsx'
import styles from './findings-column.module.css'
import { FindingsPanel, type FindingsPanelProps } from './findings-panel.tsx'
import { RunningHeader } from './running-header.tsx'
import { SearchNotices } from './search-notices.tsx'
import { SearchProgress } from './search-progress.tsx'
import type { AnalysisControl } from './use-analysis.ts'
import { WaitingFindings } from './waiting-findings.tsx'

export interface FindingsColumnProps extends Omit<FindingsPanelProps, 'shown'> {
  desk: AnalysisControl
  onStop: () => void
  onRemoved: () => void
  /** Why something that was asked for by key failed. */
  error: unknown
}

/**
 * The middle: which analysis, and what was found, or what would be here and how to get it. How the search stands is said
 * below, so that what is being read stays where it is when the search ends.
 */
export function FindingsColumn({ desk, onStop, onRemoved, error, ...panel }: FindingsColumnProps) {
  const { t } = useTranslation('analysis')
  const mayRun = useMay('operator')
  const { analysis, shown, control, ticketId } = desk
  const { search } = control
  const isRunning = search.kind === 'running'
  return (
    <>
      <div className={styles['scroller']}>
        <div className={styles['column']}>
          <FailureNote error={error} />
          {isRunning && <RunningHeader question={desk.question} answer={search.answer} />}
          {!isRunning && analysis !== null && (
            <AnalysisHeader analysis={analysis} onChanged={desk.keep} onRemoved={onRemoved} />
          )}
          {analysis === null && ticketId !== null && (
            <p className={styles['muted']}>
              <CaseWords ticketId={ticketId} />
            </p>
          )}
          {shown === null ? <NothingShown desk={desk} /> : <FindingsPanel shown={shown} {...panel} />}
        </div>
      </div>
      <footer className={styles['footer']}>
        <SearchNotices
          search={search}
          onAgain={mayRun ? () => desk.run() : null}
          onUndo={!isRunning && isEdited(desk, analysis) ? desk.askAgain : null}
          onRank={!isRunning && shown?.isHeld === true ? desk.rank : null}
        />
        {isRunning && <SearchProgress search={search} onStop={onStop} />}
      </footer>
      <output className={styles['unseen']}>
        {shown?.result.done === true &&
          t('searching.found', {
            count: shown.findings.filter(({ verdict }) => verdict === 'proven').length,
          })}
      </output>
    </>
  )
}

/** Whether the question on the left is no longer the one that was answered. */
function isEdited({ question }: AnalysisControl, analysis: Analysis | null): boolean {
  return analysis !== null && JSON.stringify(question) !== JSON.stringify(analysis.question)
}

function NothingShown({ desk: { query, control, place, recordSetId } }: Pick<FindingsColumnProps, 'desk'>) {
  const { t } = useTranslation('analysis')
  const mayRun = useMay('operator')
  if (control.search.kind === 'running') return <WaitingFindings label={t('searching.starting')} />
  if (query.error instanceof ORPCError && query.error.code === 'NOT_FOUND') {
    return <EmptyState title={t('nothing.notFound')}>{t('nothing.notFoundBody')}</EmptyState>
  }
  if (query.error !== null) return <FailureNote error={query.error} />
  if (place.analysisId !== null) return <WaitingFindings label={t('loading')} />
  if (!mayRun) return <EmptyState title={t('nothing.title')}>{t('nothing.viewer')}</EmptyState>
  return recordSetId === null ? (
    <EmptyState title={t('nothing.title')}>{t('nothing.body')}</EmptyState>
  ) : (
    <EmptyState title={t('nothing.readyTitle')}>{t('nothing.ready')}</EmptyState>
  )
}
