import { useTranslation } from 'react-i18next'
import type { StoredTicket } from '../../shared/contract/tickets.ts'
import type { Clock } from '../../shared/records/clock.ts'
import type { Divergence } from '../../shared/records/divergence.ts'
import { useLive } from '../app/client.tsx'
import { useMetricName } from '../boards/use-metric-name.ts'
import { formatDuration } from '../ui/format-countdown.ts'
import styles from './divergence-note.module.css'
import { useInstantText } from './use-instant-text.ts'
import { useReasonText } from './use-reason-text.ts'

export interface DivergenceNoteProps {
  divergence: Divergence
  ticket: Pick<StoredTicket, 'sourceId'>
  clocks: readonly Clock[]
}

/** The help desk's own due time beside ours, and the rule that makes the two differ. Quiet where they agree. */
export function DivergenceNote({ divergence, ticket, clocks }: DivergenceNoteProps) {
  const { t } = useTranslation('ticket')
  const source = useLive('sources').byKey.get(ticket.sourceId)?.name ?? t('divergence.helpDesk')
  const words = useDivergenceWords(divergence, clocks, source)
  const reasonText = useReasonText()
  const instantText = useInstantText()
  if (divergence.reason.key === 'divergence.same') {
    const theirs = instantText(divergence.sourceDueAt, null)
    return <p className={styles['agrees']}>{t('divergence.agrees', { source, theirs })}</p>
  }
  return (
    <section className={styles['differs']} aria-label={t('divergence.label')}>
      <p>{words}</p>
      <p className={styles['rule']}>{reasonText(divergence.reason)}</p>
    </section>
  )
}

/** Both due times and how far they lie apart, as far as there are both. */
function useDivergenceWords(
  { sourceDueAt, clockId, dueAt, differenceMs }: Divergence,
  clocks: readonly Clock[],
  source: string,
): string {
  const { t } = useTranslation('ticket')
  const metricName = useMetricName()
  const instantText = useInstantText()
  const theirs = instantText(sourceDueAt, null)
  const clock = clocks.find(({ id }) => id === clockId)
  if (clock === undefined) return t('divergence.alone', { source, theirs })
  const metric = metricName(clock.metric)
  if (dueAt === null || differenceMs === null) return t('divergence.noneOfOurs', { source, theirs, metric })
  // The difference is the source's minus ours: where that is negative, ours is the later one.
  return t(differenceMs < 0 ? 'divergence.later' : 'divergence.earlier', {
    source,
    theirs,
    ours: instantText(dueAt, null),
    length: formatDuration(Math.abs(differenceMs)),
    metric,
  })
}
