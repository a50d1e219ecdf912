import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry } from '../../shared/records/clock.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatExactLength } from '../ui/format-countdown.ts'
import { formatDay, formatTimeOfDay, formatUtc, type ViewerZone, zoneName } from '../ui/format-instant.ts'
import { LabelSwatch } from './label-swatch.tsx'
import styles from './ledger-table.module.css'
import { useEventHeadline } from './use-event-headline.ts'
import { useReasonText } from './use-reason-text.ts'

export interface LedgerTableProps {
  entries: readonly LedgerEntry[]
  /** To say which event caused a change. */
  events: readonly TicketEvent[]
}

interface Day {
  /** `Sun, 22 Nov 2026 · CET`: a change of the clocks within a ledger can be seen. */
  readonly name: string
  readonly entries: LedgerEntry[]
}

/**
 * Every stretch to the second, by day of the viewer's zone, with its cause. It scrolls inside itself: a long case has
 * hundreds. Drawn again only when the ledger changes, since nothing in it depends on the time of looking.
 */
export const LedgerTable = memo(function LedgerTable({ entries, events }: LedgerTableProps) {
  const { t } = useTranslation('ticket')
  const zone = useViewerZone()
  if (entries.length === 0) return <p>{t('ledger.empty')}</p>
  const causes = new Map(events.map((event) => [event.externalId, event]))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={styles['scroller']} tabIndex={0} aria-label={t('ledger.label')}>
      <table className={styles['table']} aria-label={t('ledger.label')}>
        <thead>
          <tr>
            <th scope="col">{t('ledger.from')}</th>
            <th scope="col">{t('ledger.what')}</th>
            <th scope="col" className={styles['figure']} title={t('ledger.unit')}>
              {t('ledger.length')}
            </th>
            <th scope="col" className={styles['figure']} title={t('ledger.unit')}>
              {t('ledger.counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {daysOf(entries, zone).map((day) => (
            <Fragment key={day.entries[0]?.from}>
              <tr className={styles['day']}>
                <th scope="colgroup" colSpan={4}>
                  {day.name}
                </th>
              </tr>
              {day.entries.map((entry) => (
                <Stretch
                  key={entry.from}
                  entry={entry}
                  cause={causes.get(entry.causeEventId ?? '') ?? null}
                  zone={zone}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
})

function daysOf(entries: readonly LedgerEntry[], zone: ViewerZone): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const name = `${formatDay(entry.from, zone)} · ${zoneName(entry.from, zone)}`
    const last = days.at(-1)
    if (last?.name === name) last.entries.push(entry)
    else days.push({ name, entries: [entry] })
  }
  return days
}

interface StretchProps {
  entry: LedgerEntry
  cause: TicketEvent | null
  zone: ViewerZone
}

function Stretch({ entry, cause, zone }: StretchProps) {
  const { t } = useTranslation('sla')
  const headline = useEventHeadline()
  const reasonText = useReasonText()
  const why = [reasonText(entry.reason), cause === null ? null : headline(cause)]
  return (
    <tr>
      <td className={styles['time']}>
        <time dateTime={new Date(entry.from).toISOString()} title={formatUtc(entry.from)}>
          {formatTimeOfDay(entry.from, zone)}
        </time>
      </td>
      <td>
        <span className={styles['label']}>
          <LabelSwatch label={entry.label} className={styles['swatch']} />
          {t(`ledgerLabel.${entry.label}`)}
        </span>
        <div className={styles['why']}>{why.filter((text) => text !== null).join(' ')}</div>
      </td>
      <td className={styles['figure']}>{formatExactLength(entry.to - entry.from)}</td>
      <td className={styles['figure']}>{formatExactLength(entry.countedMs)}</td>
    </tr>
  )
}
