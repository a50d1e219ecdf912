import type { ReactNode } from 'react'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { useTicking } from '../app/now.tsx'
import { Age } from '../ui/age.tsx'
import { formatDuration } from '../ui/format-countdown.ts'
import { formatFullInstant, formatInstant, formatUtc, type ViewerZone } from '../ui/format-instant.ts'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { ROW_MARKS } from './row-marks.ts'
import styles from './cells.module.css'
import { ClockFigure } from './clock-figure.tsx'
import type { BoardColumnId } from './column-sizes.ts'
import { dueInstant, leadingClock } from './leading-clock.ts'
import { rowState } from './row-state.ts'
import type { BoardTools } from './use-board-tools.ts'

/** Help desks that keep their due times to the minute do not differ by the seconds they leave out. */
const LEAST_DIVERGENCE_MS = 60_000

/** What a cell holds. `whole` is what hovering shows where the cell may cut it short. */
export interface CellContent {
  readonly content: ReactNode
  readonly whole?: string
  readonly tone?: 'faint' | 'warning' | 'urgent'
}

/** What each column draws of a row. Only what changes by time alone is a component of its own. */
export const BOARD_CELLS: Readonly<Record<BoardColumnId, (row: BoardRow, tools: BoardTools) => CellContent>> =
  {
    state: (row, tools) => ({ content: <StateCell row={row} tools={tools} /> }),
    case: (row) => ({ ...text(row.caseNumber), tone: 'faint' }),
    severity: (row) => ({
      content: (
        <SeverityMark
          assessed={row.assessedSeverity}
          reported={row.reportedSeverity}
          rank={row.severityRank}
        />
      ),
    }),
    clock: clockCell,
    due: dueCell,
    customer: (row) => text(row.customer),
    subject: (row) => text(row.subject),
    next: nextCell,
    domain: (row, { t }) => text(row.domain === null ? null : t(`domains.${row.domain}`)),
    desk: ({ dutyDeskId }, { deskNames }) =>
      text(dutyDeskId === null ? null : (deskNames.get(dutyDeskId) ?? dutyDeskId)),
    owner: (row, { t }) =>
      row.owner === null ? { ...text(t('unowned')), tone: 'warning' } : text(row.owner),
    updated: (row, { t }) => ({
      content: (
        <>
          <Age at={row.updatedAt} /> {t(`sides.${row.updatedBy}`)}
        </>
      ),
      tone: 'faint',
    }),
  }

/** A dash stands for nothing. */
function text(value: string | null): CellContent {
  return value === null ? { content: '–' } : { content: value, whole: value }
}

function StateCell({ row, tools: { t } }: { row: BoardRow; tools: BoardTools }) {
  const state = useTicking((now) => rowState(row, now))
  return <StateMark state={ROW_MARKS[state]} label={t(`states.${state}`)} />
}

function clockCell(row: BoardRow, { t, metricName, openClock }: BoardTools): CellContent {
  const clock = leadingClock(row)
  if (clock === null) return { ...text(t('clock.nothing')), tone: 'faint' }
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={styles['clock']}
      title={t('clock.why')}
      onClick={(event) => {
        event.stopPropagation()
        openClock(row.ticketId, clock.id)
      }}
    >
      <span className={styles['metric']}>{metricName(clock.metric)}</span>
      {clock.state === 'cannot-be-computed' || clock.state === 'excluded' ? (
        <span className={styles['metric']}>
          {t(clock.state === 'excluded' ? 'clock.excluded' : 'clock.unknown')}
        </span>
      ) : (
        <ClockFigure clock={clock} />
      )}
    </button>
  )
  return { content: button }
}

/** What is owed next. A step of the contract's ladder that is due stands out, and says whom to tell. */
function nextCell({ nextAction, escalation, failedFixAt }: BoardRow, { t, zone }: BoardTools): CellContent {
  if (failedFixAt !== null && nextAction === 'resolve') {
    const whole = t('fixFailed', { time: formatFullInstant(failedFixAt, zone) })
    return { ...text(t('next.fixAgain')), tone: 'urgent', whole }
  }
  if (nextAction === 'none') return text(null)
  if (nextAction !== 'escalate') return text(t(`next.${nextAction}`))
  const cell: CellContent = { ...text(t('next.escalate')), tone: 'urgent' }
  if (escalation === null) return cell
  const time = formatFullInstant(escalation.dueAt, zone)
  return { ...cell, whole: t('escalate', { role: escalation.role, time }) }
}

/** The due time with a mark where the source system has another; or when a clock that does not run now runs again. */
function dueCell(row: BoardRow, tools: BoardTools): CellContent {
  const cell = ownDueCell(row, tools)
  const { divergenceMs } = row
  if (divergenceMs === null || Math.abs(divergenceMs) <= LEAST_DIVERGENCE_MS) return cell
  const difference = formatDuration(Math.abs(divergenceMs))
  const words = tools.t(divergenceMs > 0 ? 'divergence.later' : 'divergence.earlier', { difference })
  const content = (
    <>
      {cell.content}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> could not take the colour of the look */}
      <svg role="img" aria-label={words} viewBox="0 0 10 10" className={styles['divergence']}>
        <path d="M1 3.5h8M1 6.5h8M7 1 3 9" />
      </svg>
    </>
  )
  return { ...cell, content, whole: cell.whole === undefined ? words : `${cell.whole}. ${words}` }
}

function ownDueCell(row: BoardRow, { t, zone }: BoardTools): CellContent {
  const clock = leadingClock(row)
  const due = clock === null ? null : dueInstant(clock)
  const whole = due === null ? {} : { whole: t('clock.dueAt', { time: formatUtc(due) }) }
  if (clock?.state !== 'paused' && clock?.state !== 'outside-hours') {
    return due === null ? text(null) : { content: <TickingTime at={due} zone={zone} />, ...whole }
  }
  if (clock.runsAgainAt === null) return { content: t('clock.untilAnswered'), tone: 'faint', ...whole }
  const content = (
    <TickingTime at={clock.runsAgainAt} zone={zone} say={(time) => t('clock.runsAgain', { time })} />
  )
  return { content, tone: 'faint', ...whole }
}

interface TickingTimeProps {
  at: number
  zone: ViewerZone
  /** Puts the time into a sentence. */
  say?: (time: string) => string
}

/** A time without its date today, with its day otherwise: midnight changes which. */
function TickingTime({ at, zone, say }: TickingTimeProps) {
  const time = useTicking((now) => formatInstant(at, now, zone))
  return say === undefined ? time : say(time)
}
