import { useTranslation } from 'react-i18next'
import type { Clock, Reason } from '../../shared/records/clock.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { useClient } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { useQuery } from '../app/use-query.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { LedgerBar } from './ledger-bar.tsx'
import styles from './ledger.module.css'
import { LedgerTable } from './ledger-table.tsx'
import { useReasonText } from './use-reason-text.ts'

export interface LedgerProps {
  ticketId: string
  clock: Clock
  version: number
  /** To say which event caused a change. */
  events: readonly TicketEvent[]
}

/** Why a clock stands where it stands: in sentences, drawn, and every second of it with what made it so. */
export function Ledger({ ticketId, clock, version, events }: LedgerProps) {
  const client = useClient()
  // What a clock has counted goes on while nothing happens; a settled one stands still.
  const minute = useTicking((now) => (clock.settledAt === null ? Math.floor(now / 60_000) : null))
  const ledger = useQuery(
    `ledger ${ticketId} ${clock.id}`,
    (signal) => client.tickets.ledger({ ticketId, clockId: clock.id }, { signal }),
    `${version} ${minute}`,
  )
  if (ledger.data === undefined) {
    return ledger.error === null ? <WaitingLedger /> : <FailureNote error={ledger.error} />
  }
  const { entries, explanation, now } = ledger.data
  return (
    <div className={styles['ledger']}>
      <FailureNote error={ledger.error} />
      {/* The last sentence is the clock's own and stands above. */}
      <Explanation sentences={explanation.filter(({ key }) => key !== ledger.data?.clock.reason.key)} />
      <LedgerBar clock={ledger.data.clock} entries={entries} now={now} />
      <LedgerTable entries={entries} events={events} />
    </div>
  )
}

function Explanation({ sentences }: { sentences: readonly Reason[] }) {
  const { t } = useTranslation('ticket')
  const reasonText = useReasonText()
  const texts = sentences.map(reasonText).filter((text) => text !== null)
  if (texts.length === 0) return null
  return (
    <ol className={styles['explanation']} aria-label={t('explanation.label')}>
      {texts.map((text, position) => (
        // oxlint-disable-next-line react/no-array-index-key -- a story may say a sentence twice, and is replaced whole
        <li key={position}>{text}</li>
      ))}
    </ol>
  )
}

/** As high as most ledgers are, so that the clocks below do not jump when it comes. */
function WaitingLedger() {
  return (
    <div className={styles['waiting']}>
      <Skeleton width="70%" />
      <Skeleton width="90%" />
      <Skeleton width="60%" />
      <Skeleton width="100%" />
    </div>
  )
}
