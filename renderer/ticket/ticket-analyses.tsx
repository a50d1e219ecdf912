import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AnalysisSummary } from '../../shared/contract/analyses.ts'
import type { IncidentReport } from '../../shared/records/incident-report.ts'
import { ConfirmationWords } from '../analysis/confirmation-words.tsx'
import { Parts } from '../analysis/parts.tsx'
import { analysisPath, ticketAnalysisPath } from '../app/paths.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Instant } from '../ui/instant.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import drawer from './ticket-drawer.module.css'
import styles from './ticket-analyses.module.css'
import type { TicketAnalyses } from './use-ticket-analyses.ts'

export interface TicketAnalysesSectionProps {
  ticketId: string
  /** Undefined while it is not known. */
  found: TicketAnalyses | undefined
  error: unknown
}

/** What was searched for a case, which fixes were tried, and what was reported. */
export function TicketAnalysesSection({ ticketId, found, error }: TicketAnalysesSectionProps) {
  const { t } = useTranslation('analysis')
  return (
    <section className={drawer['section']} aria-label={t('ticket.label')}>
      <div className={drawer['heading']}>
        <h3>{t('ticket.label')}</h3>
        <Link href={ticketAnalysisPath(ticketId)}>{t('ticket.analyse')}</Link>
      </div>
      <FailureNote error={error} />
      {found === undefined && error === null && <Skeleton width="60%" />}
      {found !== undefined && <Found found={found} />}
    </section>
  )
}

function Found({ found: { analyses, confirmations, reports } }: { found: TicketAnalyses }) {
  const { t } = useTranslation('analysis')
  if (analyses.length + confirmations.length + reports.length === 0) {
    return <p className={styles['muted']}>{t('ticket.none')}</p>
  }
  return (
    <>
      <ul className={styles['list']}>
        {analyses.map((analysis) => (
          <AnalysisLine key={analysis.id} analysis={analysis} />
        ))}
      </ul>
      {confirmations.length > 0 && (
        <>
          <h4 className={styles['title']}>{t('ticket.confirmations')}</h4>
          <ul className={styles['list']}>
            {confirmations.map((confirmation) => (
              <li key={confirmation.id}>
                <Parts parts={confirmation.signature.parts} />
                <ConfirmationWords confirmation={confirmation} />
              </li>
            ))}
          </ul>
        </>
      )}
      {reports.length > 0 && (
        <>
          <h4 className={styles['title']}>{t('ticket.reports')}</h4>
          <ul className={styles['list']}>
            {reports.map((report) => (
              <ReportLine key={report.id} report={report} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function AnalysisLine({ analysis: { id, name, best, proven, createdAt } }: { analysis: AnalysisSummary }) {
  const { t } = useTranslation('analysis')
  return (
    <li>
      <div className={styles['line']}>
        <Link href={analysisPath(id)}>{name}</Link>
        <span className={styles['muted']}>
          {proven === 0 ? t('ticket.nothingProven') : t('ticket.proven', { count: proven })}
        </span>
        <span className={styles['muted']}>
          <Instant at={createdAt} />
        </span>
      </div>
      {best.length > 0 && <Parts parts={best} />}
    </li>
  )
}

function ReportLine({ report: { title, analysisId, updatedAt } }: { report: IncidentReport }) {
  return (
    <li className={styles['line']}>
      {analysisId === null ? (
        <span>{title}</span>
      ) : (
        <Link href={analysisPath(analysisId, 'report')}>{title}</Link>
      )}
      <span className={styles['muted']}>
        <Instant at={updatedAt} />
      </span>
    </li>
  )
}
