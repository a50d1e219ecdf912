import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AnalysisSummary } from '../../shared/contract/analyses.ts'
import type { Analysis } from '../../shared/records/analysis.ts'
import { analysisPath } from '../app/paths.ts'
import { Badge } from '../ui/badge.tsx'
import { classes } from '../ui/classes.ts'
import { Instant } from '../ui/instant.tsx'
import { AnalysisMenu } from './analysis-menu.tsx'
import { CaseLink } from './case-link.tsx'
import styles from './history-item.module.css'
import { Parts } from './parts.tsx'
import { useFigures } from './use-figures.ts'

export interface HistoryItemProps {
  summary: AnalysisSummary
  isShown: boolean
  /** Null where there is nothing to compare it with. */
  onCompare: (() => void) | null
  onChanged: (analysis: Analysis) => void
  onRemoved: (analysisId: string) => void
}

export function HistoryItem({ summary, isShown, onCompare, onChanged, onRemoved }: HistoryItemProps) {
  const { t } = useTranslation('analysis')
  const { id, name, pinned, recordSetName, createdAt, createdBy, ticketId } = summary
  return (
    <li className={classes(styles['item'], isShown && styles['shown'])}>
      <div className={styles['head']}>
        <Link
          href={analysisPath(id, 'history')}
          className={styles['name'] ?? ''}
          {...(isShown ? { 'aria-current': 'true' as const } : {})}
        >
          {name}
        </Link>
        {pinned && <Badge>{t('header.pinned')}</Badge>}
        <div className={styles['spacer']} />
        <AnalysisMenu
          analysis={summary}
          onChanged={onChanged}
          onRemoved={onRemoved}
          choices={
            onCompare === null ? [] : [{ id: 'compare', label: t('history.compare'), onAction: onCompare }]
          }
        />
      </div>
      <p className={styles['found']}>
        <FoundWords summary={summary} />
      </p>
      <p className={styles['facts']}>
        <span>{recordSetName}</span>
        <Instant at={createdAt} />
        <span>{t('history.by', { by: createdBy })}</span>
        {ticketId !== null && (
          <span>
            <Trans t={t} i18nKey="history.case" components={{ ticket: <CaseLink ticketId={ticketId} /> }} />
          </span>
        )}
      </p>
    </li>
  )
}

/** Both sides and the strongest finding. */
function FoundWords({ summary }: { summary: AnalysisSummary }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  const sides = { failing: count(summary.failing), working: count(summary.working) }
  if (summary.best.length === 0) return t('history.nothingProven', sides)
  return (
    <>
      <Trans
        t={t}
        i18nKey="history.best"
        values={sides}
        components={{ parts: <Parts parts={summary.best} /> }}
      />{' '}
      {summary.proven > 1 && t('history.bestMore', { count: summary.proven - 1 })}
    </>
  )
}
