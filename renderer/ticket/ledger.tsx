import { useTranslation } from 'react-i18next'
import type { LedgerEntry } from '../../shared/records/clock.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { classes } from '../ui/classes.ts'
import { DataTable } from '../ui/data-table.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { formatDuration } from '../ui/format-countdown.ts'
import { Instant } from '../ui/instant.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './ledger.module.css'
import { useEventHeadline } from './use-event-headline.ts'
import { useReasonText } from './use-reason-text.ts'

export interface LedgerProps {
  ticketId: string
  clockId: string
  version: number
  /** To say which event caused a change. */
  events: readonly TicketEvent[]
}

/** Why a clock stands where it stands: every second of it, what it was, and what made it so. */
export function Ledger({ ticketId, clockId, version, events }: LedgerProps) {
  const client = useClient()
  const ledger = useQuery(
    `ledger ${ticketId} ${clockId}`,
    (signal) => client.tickets.ledger({ ticketId, clockId }, { signal }),
    version,
  )
  if (ledger.data === undefined) {
    return ledger.error === null ? <Skeleton width="100%" /> : <FailureNote error={ledger.error} />
  }
  const { entries } = ledger.data
  return (
    <div className={styles['ledger']}>
      {entries.length > 0 && <LedgerBar entries={entries} />}
      <LedgerTable entries={entries} events={events} />
    </div>
  )
}

/** Widths in proportion to time; said in words by the table below it. */
function LedgerBar({ entries }: { entries: readonly LedgerEntry[] }) {
  return (
    <div className={styles['bar']} aria-hidden>
      {entries.map((entry) => (
        <span
          key={entry.from}
          className={classes(styles['segment'], styles[entry.label])}
          style={{ flexGrow: entry.to - entry.from }}
        />
      ))}
    </div>
  )
}

/** An entry with the event that caused it, where one did. */
interface LedgerLine {
  readonly entry: LedgerEntry
  readonly cause: TicketEvent | undefined
}

function LedgerTable({
  entries,
  events,
}: {
  entries: readonly LedgerEntry[]
  events: readonly TicketEvent[]
}) {
  const { t } = useTranslation('ticket')
  const causes = new Map(events.map((event) => [event.externalId, event]))
  return (
    <DataTable
      label={t('ledger.label')}
      empty={t('ledger.empty')}
      rows={entries.map((entry) => ({ entry, cause: causes.get(entry.causeEventId ?? '') }))}
      rowKey={keyOfLine}
      columns={[
        { id: 'from', header: t('ledger.from'), cell: fromCell },
        { id: 'what', header: t('ledger.what'), cell: whatCell },
        { id: 'length', header: t('ledger.length'), align: 'end', cell: lengthCell },
        { id: 'counted', header: t('ledger.counted'), align: 'end', cell: countedCell },
        { id: 'why', header: t('ledger.why'), cell: whyCell },
      ]}
    />
  )
}

function keyOfLine({ entry }: LedgerLine): string {
  return String(entry.from)
}

function fromCell({ entry }: LedgerLine) {
  return (
    <span className={styles['whole']}>
      <Instant at={entry.from} />
    </span>
  )
}

function lengthCell({ entry }: LedgerLine) {
  return <span className={styles['whole']}>{formatDuration(entry.to - entry.from)}</span>
}

function countedCell({ entry }: LedgerLine) {
  return <span className={styles['whole']}>{formatDuration(entry.countedMs)}</span>
}

function whatCell({ entry }: LedgerLine) {
  return <LabelWord label={entry.label} />
}

function whyCell(line: LedgerLine) {
  return <Why line={line} />
}

function LabelWord({ label }: { label: LedgerEntry['label'] }) {
  const { t } = useTranslation('sla')
  return (
    <span className={styles['whole']}>
      <span className={classes(styles['swatch'], styles[label])} aria-hidden />
      {t(`ledgerLabel.${label}`)}
    </span>
  )
}

function Why({ line: { entry, cause } }: { line: LedgerLine }) {
  const headline = useEventHeadline()
  const reasonText = useReasonText()
  const texts = [reasonText(entry.reason), cause === undefined ? null : headline(cause)]
  return <span className={styles['why']}>{texts.filter((text) => text !== null).join(' · ')}</span>
}
