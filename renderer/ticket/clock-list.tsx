import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Clock } from '../../shared/records/clock.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { ticketPath } from '../app/paths.ts'
import { useTicking } from '../app/now.tsx'
import { ClockFigure } from '../boards/clock-figure.tsx'
import { useMetricName } from '../boards/use-metric-name.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-countdown.ts'
import { Instant } from '../ui/instant.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './clock-list.module.css'
import { CLOCK_MARKS, clockWord } from './clock-word.ts'
import { Ledger } from './ledger.tsx'
import { useReasonText } from './use-reason-text.ts'

export interface ClockListProps {
  ticketId: string
  clocks: readonly Clock[]
  openClockId: string | null
  /** Changes whenever the clocks were derived anew. */
  version: number
  events: readonly TicketEvent[]
}

/** Every promise on the case, each with the way to its ledger. */
export function ClockList({ ticketId, clocks, openClockId, version, events }: ClockListProps) {
  const { t } = useTranslation('ticket')
  const [, navigate] = useHashLocation()
  if (clocks.length === 0) return <p>{t('clocks.none')}</p>
  return (
    <ul className={styles['list']}>
      {clocks.map((clock) => {
        const isOpen = clock.id === openClockId
        return (
          <li key={clock.id} className={styles['clock']}>
            <ClockLine
              clock={clock}
              isOpen={isOpen}
              onToggle={() =>
                navigate(isOpen ? ticketPath(ticketId) : ticketPath(ticketId, clock.id), { replace: true })
              }
            />
            {isOpen && <Ledger ticketId={ticketId} clock={clock} version={version} events={events} />}
          </li>
        )
      })}
    </ul>
  )
}

function ClockLine({ clock, isOpen, onToggle }: { clock: Clock; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation(['ticket', 'sla'])
  const metricName = useMetricName()
  const word = useTicking((now) => clockWord(clock, now))
  const wordText =
    word === 'at-risk' || word === 'answered-late' ? t(`clockStates.${word}`) : t(`sla:state.${word}`)
  const isSettled = clock.settledAt !== null
  return (
    <>
      <div className={styles['line']}>
        <span className={styles['name']}>{metricName(clock.metric)}</span>
        <StateMark state={CLOCK_MARKS[word]} word={wordText} />
        <span className={styles['figure']}>
          {isPendingFigure(clock, isSettled) && <ClockFigure clock={clock} />}
        </span>
        <Button variant="quiet" onPress={onToggle} aria-expanded={isOpen}>
          {t(isOpen ? 'clocks.hide' : 'clocks.why')}
        </Button>
      </div>
      <ClockNotes clock={clock} />
    </>
  )
}

function isPendingFigure(clock: Clock, isSettled: boolean): boolean {
  return !isSettled && clock.state !== 'excluded' && clock.state !== 'not-promised' && clock.state !== 'met'
}

/** The instants behind the figure, and the reason in words. */
function ClockNotes({ clock }: { clock: Clock }) {
  const { t } = useTranslation('ticket')
  const reasonText = useReasonText()
  const instants = [
    ['due', clock.dueAt],
    ['goal', clock.settledAt === null ? clock.goalAt : null],
    ['settled', clock.settledAt],
    ['heldSince', clock.heldSince],
    ['runsAgain', clock.runsAgainAt],
  ] as const
  const reason = reasonText(clock.reason)
  return (
    <div className={styles['notes']}>
      {clock.targetMs !== null && (
        <span>{t('clocks.target', { target: formatDuration(clock.targetMs) })}</span>
      )}
      {instants.map(
        ([name, at]) =>
          at !== null && (
            <span key={name}>
              {t(`clocks.${name}`)} <Instant at={at} />
            </span>
          ),
      )}
      {reason !== null && <span className={styles['reason']}>{reason}</span>}
    </div>
  )
}
