import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Clock } from '../../shared/records/clock.ts'
import { ticketPath } from '../app/paths.ts'
import { useTicking } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Age } from '../ui/age.tsx'
import { classes } from '../ui/classes.ts'
import { Countdown, HeldCountdown } from '../ui/countdown.tsx'
import { formatInstant } from '../ui/format-instant.ts'
import { Instant } from '../ui/instant.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './cells.module.css'
import type { BoardColumnId } from './column-sizes.ts'
import { dueInstant, leadingClock } from './leading-clock.ts'
import { rowState } from './row-state.ts'
import { useMetricName } from './use-metric-name.ts'

export interface CellProps {
  row: BoardRow
  /** Turns desk ids into words. */
  deskNames: ReadonlyMap<string, string>
}

/** What each column draws of a row. */
export const BOARD_CELLS: Readonly<Record<BoardColumnId, ComponentType<CellProps>>> = {
  state: StateCell,
  case: CaseCell,
  severity: SeverityCell,
  clock: ClockCell,
  due: DueCell,
  customer: CustomerCell,
  subject: SubjectCell,
  next: NextCell,
  domain: DomainCell,
  desk: DeskCell,
  owner: OwnerCell,
  updated: UpdatedCell,
}

function CaseCell({ row }: CellProps) {
  return <TextCell text={row.caseNumber} tone="case" />
}

function CustomerCell({ row }: CellProps) {
  return <TextCell text={row.customer} />
}

function SubjectCell({ row }: CellProps) {
  return <TextCell text={row.subject} />
}

function SeverityCell({ row }: CellProps) {
  return (
    <SeverityMark assessed={row.assessedSeverity} reported={row.reportedSeverity} rank={row.severityRank} />
  )
}

function DeskCell({ row, deskNames }: CellProps) {
  const desk = row.dutyDeskId
  return <TextCell text={desk === null ? null : (deskNames.get(desk) ?? desk)} />
}

function TextCell({ text, tone }: { text: string | null; tone?: 'case' | 'muted' | 'unowned' }) {
  return (
    <span className={classes(styles['text'], tone !== undefined && styles[tone])} title={text ?? undefined}>
      {text ?? '–'}
    </span>
  )
}

function StateCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  const state = useTicking((now) => rowState(row, now))
  return <StateMark state={state === 'nothing-due' ? 'ok' : state} label={t(`states.${state}`)} />
}

function ClockCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  const [, navigate] = useLocation()
  const metricName = useMetricName()
  const clock = leadingClock(row)
  if (clock === null) return <TextCell text={t('clock.nothing')} tone="muted" />
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['clock']}
      title={t('clock.why')}
      onClick={(event) => {
        event.stopPropagation()
        navigate(ticketPath(row.ticketId, clock.id))
      }}
    >
      <span className={styles['metric']}>{metricName(clock.metric)}</span>
      <ClockFigure clock={clock} />
    </button>
  )
}

/** The countdown of a clock, or what stands in its place while it does not run. */
export function ClockFigure({ clock }: { clock: Clock }) {
  const { t } = useTranslation('board')
  const due = dueInstant(clock)
  if (clock.state === 'cannot-be-computed') return <TextCell text={t('clock.unknown')} tone="muted" />
  if (clock.state === 'paused' || clock.state === 'outside-hours' || due === null) {
    return <HeldCountdown remainingMs={clock.remainingMs} />
  }
  return <Countdown dueAt={due} atRiskAt={clock.atRiskAt} />
}

function DueCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  const zone = useViewerZone()
  const clock = leadingClock(row)
  const due = clock === null ? null : dueInstant(clock)
  const runsAgainAt = clock?.runsAgainAt ?? null
  const isHeld = clock?.state === 'paused' || clock?.state === 'outside-hours'
  const again = useTicking((now) => (runsAgainAt === null ? '' : formatInstant(runsAgainAt, now, zone)))
  const dueText = useTicking((now) => (due === null ? '' : formatInstant(due, now, zone)))
  if (isHeld) {
    return (
      <span
        className={classes(styles['text'], styles['muted'])}
        title={dueText === '' ? undefined : t('clock.dueAt', { time: dueText })}
      >
        {again === '' ? t('clock.untilAnswered') : t('clock.runsAgain', { time: again })}
      </span>
    )
  }
  return due === null ? <TextCell text={null} tone="muted" /> : <Instant at={due} />
}

function NextCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  return <TextCell text={row.nextAction === 'none' ? null : t(`next.${row.nextAction}`)} />
}

function DomainCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  return <TextCell text={row.domain === null ? null : t(`domains.${row.domain}`)} />
}

function OwnerCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  return (
    <TextCell
      text={row.owner ?? t('unowned')}
      {...(row.owner === null ? { tone: 'unowned' as const } : {})}
    />
  )
}

function UpdatedCell({ row }: CellProps) {
  const { t } = useTranslation('board')
  return (
    <span className={classes(styles['text'], styles['muted'])}>
      <Age at={row.updatedAt} /> {t(`sides.${row.updatedBy}`)}
    </span>
  )
}
