import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '../../shared/contract/tickets.ts'
import type { NextAction } from '../../shared/records/board-row.ts'
import { Instant } from '../ui/instant.tsx'
import styles from './ticket-facts.module.css'

export interface TicketFactsProps {
  detail: TicketDetail
  /** Null once the case has left the board. */
  nextAction: NextAction | null
}

export function TicketFacts({ detail, nextAction }: TicketFactsProps) {
  const { t } = useTranslation(['ticket', 'board'])
  const { ticket } = detail
  const rawDiffers = ticket.rawStatus.toLowerCase() !== ticket.status
  return (
    <dl className={styles['facts']}>
      <Fact name={t('facts.status')}>
        {t(`statuses.${ticket.status}`)}{' '}
        {rawDiffers && <span className={styles['raw']}>({ticket.rawStatus})</span>}
      </Fact>
      <Fact name={t('facts.severity')}>
        <Severities assessed={ticket.assessedSeverity} reported={ticket.reportedSeverity} />
      </Fact>
      {nextAction !== null && nextAction !== 'none' && (
        <Fact name={t('facts.next')}>{t(`board:next.${nextAction}`)}</Fact>
      )}
      <Fact name={t('facts.owner')}>{ticket.owner ?? t('facts.nobody')}</Fact>
      <Fact name={t('facts.customer')}>{ticket.customer ?? t('facts.none')}</Fact>
      <Fact name={t('facts.requestor')}>{ticket.requestor ?? t('facts.none')}</Fact>
      <Fact name={t('facts.domain')}>
        {ticket.domain === null ? t('facts.none') : t(`board:domains.${ticket.domain}`)}
      </Fact>
      <Fact name={t('facts.queue')}>{ticket.queue ?? t('facts.none')}</Fact>
      <Fact name={t('facts.channel')}>{t(`channels.${ticket.channel}`)}</Fact>
      <Fact name={t('facts.created')}>
        <Instant at={ticket.createdAt} />
      </Fact>
      <Fact name={t('facts.updated')}>
        <Instant at={ticket.updatedAt} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Both are shown: what the customer said stays said. */
function Severities({ assessed, reported }: { assessed: string | null; reported: string | null }) {
  const { t } = useTranslation('ticket')
  return (
    <>
      {assessed === null ? t('facts.notAssessed') : t('facts.assessed', { severity: assessed })}
      {', '}
      {reported === null ? t('facts.notReported') : t('facts.reported', { severity: reported })}
    </>
  )
}
