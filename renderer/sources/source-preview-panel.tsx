import { useTranslation } from 'react-i18next'
import type { SourcePreview } from '../../shared/contract/sources.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { RefusalTable } from './refusal-table.tsx'
import { SnapshotPreview } from './snapshot-preview.tsx'
import styles from './source-preview.module.css'
import { TicketPreview } from './ticket-preview.tsx'

export interface SourcePreviewPanelProps {
  name: string
  /** Null before the first try. */
  preview: SourcePreview | null
  isTrying: boolean
  /** Settings were changed since. */
  isOutdated: boolean
}

/** The answer of a try: tickets raw beside mapped, or the page as read. */
export function SourcePreviewPanel({ name, preview, isTrying, isOutdated }: SourcePreviewPanelProps) {
  const { t } = useTranslation('sources')
  return (
    <section
      className={styles['panel']}
      aria-label={t('preview.title')}
      aria-busy={isTrying}
      aria-live="polite"
    >
      <h2 className={styles['title']}>
        {t('preview.title')} {isOutdated && <Badge tone="warning">{t('form.dirty')}</Badge>}
      </h2>
      {isTrying && <Waiting />}
      {!isTrying && preview === null && <p className={styles['muted']}>{t('form.tryFirst')}</p>}
      {!isTrying && preview !== null && <Answer name={name} preview={preview} />}
    </section>
  )
}

function Answer({ name, preview }: { name: string; preview: SourcePreview }) {
  const { t } = useTranslation(['sources', 'faults'])
  const { fault, tickets, snapshot, refusals } = preview
  if (fault !== null) {
    return (
      <ErrorNote>
        <p>{t(`faults:${fault.code}`, { source: name })}</p>
        <p className={styles['muted']}>{fault.detail}</p>
      </ErrorNote>
    )
  }
  return (
    <>
      <Banner tone="good">
        {t('sources:preview.good')}{' '}
        {tickets.length > 0 && t('sources:preview.tickets', { count: tickets.length })}
      </Banner>
      {snapshot === null && tickets.length === 0 && <p>{t('sources:preview.noTickets')}</p>}
      {tickets.map((ticket) => (
        <TicketPreview key={ticket.mapped.externalId} {...ticket} />
      ))}
      {snapshot !== null && <SnapshotPreview snapshot={snapshot} />}
      {refusals.length > 0 && (
        <section>
          <h3>{t('sources:preview.refusals', { count: refusals.length })}</h3>
          <RefusalTable refusals={refusals} total={refusals.length} />
        </section>
      )}
    </>
  )
}

function Waiting() {
  const { t } = useTranslation('sources')
  return (
    <output className={styles['waiting']} aria-label={t('form.trying')}>
      <Skeleton width="50%" />
      <Skeleton width="90%" />
      <Skeleton width="85%" />
    </output>
  )
}
