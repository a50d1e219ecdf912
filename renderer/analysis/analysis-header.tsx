import { Trans, useTranslation } from 'react-i18next'
import type { Analysis } from '../../shared/records/analysis.ts'
import { Badge } from '../ui/badge.tsx'
import { Instant } from '../ui/instant.tsx'
import styles from './analysis-header.module.css'
import { AnalysisMenu } from './analysis-menu.tsx'
import { CaseLink } from './case-link.tsx'
import { SidesWords } from './sides-words.tsx'

export interface AnalysisHeaderProps {
  analysis: Analysis
  onChanged: (analysis: Analysis) => void
  onRemoved: () => void
}

/** Which analysis is looked at: its name, its records, both sides, its case. */
export function AnalysisHeader({ analysis, onChanged, onRemoved }: AnalysisHeaderProps) {
  const { t } = useTranslation('analysis')
  const { name, recordSetName, createdAt, createdBy, ticketId, pinned, result } = analysis
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>
        <h2>{name}</h2>
        {pinned && <Badge>{t('header.pinned')}</Badge>}
        <div className={styles['spacer']} />
        <AnalysisMenu analysis={analysis} onChanged={onChanged} onRemoved={onRemoved} />
      </div>
      <p className={styles['facts']}>
        <SidesWords sides={result.sides} />
        <span>{t('header.by', { name: recordSetName, by: createdBy })}</span>
        <Instant at={createdAt} />
        {ticketId !== null && <CaseWords ticketId={ticketId} />}
      </p>
    </header>
  )
}

/** The case for which something is searched. */
export function CaseWords({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('analysis')
  return (
    <span>
      <Trans t={t} i18nKey="header.case" components={{ ticket: <CaseLink ticketId={ticketId} /> }} />
    </span>
  )
}
