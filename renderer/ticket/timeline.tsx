import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '../../shared/contract/tickets.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { formatDuration } from '../ui/format-countdown.ts'
import { Instant } from '../ui/instant.tsx'
import styles from './timeline.module.css'
import { useEventHeadline } from './use-event-headline.ts'

type TimelineEvent = TicketDetail['events'][number]

/** Later than this after it happened, a clock may have been judged without knowing of it. */
const LATE_MS = 15 * 60_000
/** Longer texts start folded. */
const FOLD_CHARACTERS = 600
const FOLD_LINES = 9

export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const { t } = useTranslation('ticket')
  const newestFirst = useMemo(
    () => events.toSorted((left, right) => right.event.at - left.event.at),
    [events],
  )
  if (events.length === 0) return <p>{t('timeline.empty')}</p>
  return (
    <ol className={styles['timeline']}>
      {newestFirst.map((item) => (
        <TimelineItem key={item.event.externalId} item={item} />
      ))}
    </ol>
  )
}

function TimelineItem({ item: { event, recordedAt } }: { item: TimelineEvent }) {
  const { t } = useTranslation('ticket')
  const headline = useEventHeadline()
  const { actor } = event
  const side = t(`sides.${actor.side}`)
  const lag = recordedAt - event.at
  return (
    <li
      className={classes(
        styles['event'],
        event.kind === 'note' && styles['note'],
        actor.side !== 'provider' && styles['customer'],
      )}
    >
      <div className={styles['head']}>
        <span className={styles['what']}>{headline(event)}</span>
        <span className={styles['meta']}>
          <Instant at={event.at} />
        </span>
        <span className={styles['meta']}>{actor.name === null ? side : `${actor.name} (${side})`}</span>
        {lag > LATE_MS && (
          <span className={styles['meta']}>{t('timeline.late', { age: formatDuration(lag) })}</span>
        )}
      </div>
      <EventReason event={event} />
      <EventText text={'text' in event ? event.text : ''} />
    </li>
  )
}

function EventReason({ event }: { event: TicketEvent }) {
  const { t } = useTranslation('ticket')
  if (!('reason' in event) || event.reason === null || event.reason === '') return null
  return <p className={styles['meta']}>{t('events.because', { reason: event.reason })}</p>
}

/** Always text: whatever markup a source sends is shown as the characters it is made of. */
function EventText({ text }: { text: string }) {
  const { t } = useTranslation('ticket')
  const [isWhole, setWhole] = useState(false)
  const trimmed = text.trim()
  if (trimmed === '') return null
  const isLong = trimmed.length > FOLD_CHARACTERS || trimmed.split('\n').length > FOLD_LINES
  return (
    <>
      <div className={classes(styles['text'], isWhole && styles['whole'])}>{trimmed}</div>
      {isLong && (
        <Button variant="quiet" onPress={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {t(isWhole ? 'timeline.less' : 'timeline.more')}
        </Button>
      )}
    </>
  )
}
