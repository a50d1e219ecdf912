import { memo, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow, NextAction } from '../../shared/records/board-row.ts'
import type { TicketDetail } from '../../shared/contract/tickets.ts'
import { useClient, useLive } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { IconButton } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { CloseIcon, ExternalIcon } from '../ui/icons.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ClockList } from './clock-list.tsx'
import { ContractLine } from './contract-line.tsx'
import { DivergenceNote } from './divergence-note.tsx'
import { EscalationLadder } from './escalation-ladder.tsx'
import { ExportMenu, ExportOutcome } from './export-menu.tsx'
import { failedFix } from './failed-fix.ts'
import { FailedFixBanner } from './failed-fix-banner.tsx'
import { SourceFields } from './source-fields.tsx'
import { TicketAnalysesSection } from './ticket-analyses.tsx'
import styles from './ticket-drawer.module.css'
import { TicketFacts } from './ticket-facts.tsx'
import { Timeline } from './timeline.tsx'
import { useClockExport } from './use-clock-export.ts'
import { type TicketAnalyses, useTicketAnalyses } from './use-ticket-analyses.ts'
import { webAddress } from './web-address.ts'

export interface TicketDrawerProps {
  ticketId: string
  /** A clock whose ledger is open from the start. */
  clockId: string | null
  /** The ticket's row while it is on the board: newer than the detail for what changes often. */
  row: BoardRow | null
  onClose: () => void
}

/** One case beside the board: what is owed when and why, and everything that happened. */
export function TicketDrawer({ ticketId, clockId, row, onClose }: TicketDrawerProps) {
  const { t } = useTranslation(['ticket', 'app'])
  const client = useClient()
  // A change of the row is the news that the detail has changed as well.
  const detail = useQuery(
    `ticket ${ticketId}`,
    (signal) => client.tickets.get({ ticketId }, { signal }),
    row?.derivedAt ?? '',
  )
  const found = useTicketAnalyses(ticketId, detail.data?.now ?? 0)
  const notFixed = failedFix(found.data?.confirmations ?? [])
  const subject = detail.data?.ticket.subject ?? row?.subject ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <aside className={styles['drawer']} aria-label={t('label', { caseNumber: row?.caseNumber ?? ticketId })}>
      <header className={styles['header']}>
        <div className={styles['top']}>
          <span className={styles['case']}>{detail.data?.ticket.caseNumber ?? row?.caseNumber}</span>
          <SourceLink
            url={detail.data?.ticket.url ?? row?.url ?? null}
            sourceId={detail.data?.ticket.sourceId ?? null}
          />
          <div className={styles['spacer']} />
          <IconButton label={t('app:actions.close')} onPress={onClose}>
            <CloseIcon />
          </IconButton>
        </div>
        <h2 ref={heading} tabIndex={-1} className={styles['subject']}>
          {subject ?? (detail.isLoading ? <Skeleton width={280} /> : t('failed'))}
        </h2>
      </header>
      {notFixed !== null && <FailedFixBanner confirmation={notFixed} />}
      {detail.data !== undefined && <TicketNotices detail={detail.data} isOnBoard={row !== null} />}
      <div className={styles['body']}>
        <FailureNote error={detail.error} />
        {detail.data === undefined && detail.isLoading && <WaitingBody />}
        {detail.data !== undefined && (
          <TicketBody
            detail={detail.data}
            nextAction={row?.nextAction ?? null}
            clockId={clockId}
            onChanged={detail.reload}
            found={found.data}
            foundError={found.error}
          />
        )}
      </div>
    </aside>
  )
}

interface TicketBodyProps {
  detail: TicketDetail
  nextAction: NextAction | null
  clockId: string | null
  onChanged: () => void
  found: TicketAnalyses | undefined
  foundError: unknown
}

/** Drawn again for news of this case only, not for every change on the board behind it. */
const TicketBody = memo(function TicketBody(props: TicketBodyProps) {
  const { detail, nextAction, clockId, onChanged, found, foundError } = props
  const { t } = useTranslation('ticket')
  return (
    <>
      <ClocksSection detail={detail} clockId={clockId} />
      {detail.escalations.length > 0 && (
        <section className={styles['section']} aria-label={t('escalation.label')}>
          <h3>{t('escalation.label')}</h3>
          <EscalationLadder detail={detail} onTaken={onChanged} />
        </section>
      )}
      <section className={styles['section']} aria-label={t('facts.label')}>
        <h3>{t('facts.label')}</h3>
        <TicketFacts detail={detail} nextAction={nextAction} />
      </section>
      <TicketAnalysesSection ticketId={detail.ticket.ticketId} found={found} error={foundError} />
      <section className={styles['section']} aria-label={t('timeline.label')}>
        <h3>{t('timeline.label')}</h3>
        <Timeline events={detail.events} />
      </section>
      <section className={styles['section']} aria-label={t('fields.label')}>
        <h3>{t('fields.label')}</h3>
        <SourceFields fields={detail.ticket.fields} />
      </section>
    </>
  )
})

/** What is promised under which contract, how it stands, and what the help desk itself says. */
function ClocksSection({ detail, clockId }: Pick<TicketBodyProps, 'detail' | 'clockId'>) {
  const { t } = useTranslation('ticket')
  const { ticket, clocks, divergence, now } = detail
  const files = useClockExport(ticket.ticketId)
  const events = useMemo(() => detail.events.map(({ event }) => event), [detail.events])
  return (
    <section className={styles['section']} aria-label={t('clocks.label')}>
      <div className={styles['heading']}>
        <h3>{t('clocks.label')}</h3>
        <ExportMenu {...files} />
      </div>
      <ContractLine detail={detail} />
      <ExportOutcome {...files} />
      <ClockList
        ticketId={ticket.ticketId}
        clocks={clocks}
        openClockId={clockId}
        version={now}
        events={events}
      />
      {divergence !== null && <DivergenceNote divergence={divergence} ticket={ticket} clocks={clocks} />}
    </section>
  )
}

function TicketNotices({ detail, isOnBoard }: { detail: TicketDetail; isOnBoard: boolean }) {
  const { t } = useTranslation('ticket')
  const { absence } = detail.ticket
  if (absence !== null) return <Banner tone="warning">{t(`absence.${absence}`)}</Banner>
  return isOnBoard ? null : <Banner tone="information">{t('notOpen')}</Banner>
}

/** The way into the help desk. Only the web: a ticket must not be able to start other programs. */
function SourceLink({ url, sourceId }: { url: string | null; sourceId: string | null }) {
  const { t } = useTranslation('ticket')
  const source = useLive('sources').byKey.get(sourceId ?? '')
  const address = webAddress(url)
  if (address === null) return null
  return (
    <a className={styles['link']} href={address} target="_blank" rel="noopener noreferrer">
      {t('openInSource', { source: source?.name ?? new URL(address).host })}
      <ExternalIcon />
    </a>
  )
}

/** The outline of the body to come: its first clocks stand where these lines do. */
function WaitingBody() {
  const { t } = useTranslation('ticket')
  return (
    <section className={styles['section']} aria-busy>
      <div className={styles['heading']}>
        <h3>{t('clocks.label')}</h3>
      </div>
      <Skeleton width="60%" />
      <div className={styles['waiting']} />
      <div className={styles['waiting']} />
      <Skeleton width="80%" />
    </section>
  )
}
