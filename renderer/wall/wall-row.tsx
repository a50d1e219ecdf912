import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Clock } from '../../shared/records/clock.ts'
import { useTicking } from '../app/now.tsx'
import { leadingClock, dueInstant } from '../boards/leading-clock.ts'
import { ROW_MARKS } from '../boards/row-marks.ts'
import { rowState, type RowState } from '../boards/row-state.ts'
import { useMetricName } from '../boards/use-metric-name.ts'
import { classes } from '../ui/classes.ts'
import { formatCountdown } from '../ui/format-countdown.ts'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './wall-rows.module.css'

/** One case in one line, readable from across the room. */
export function WallRow({ row }: { row: BoardRow }) {
  const { t } = useTranslation(['wall', 'board'])
  const metricName = useMetricName()
  const state = useTicking((now) => rowState(row, now))
  const clock = leadingClock(row)
  return (
    <tr className={classes(styles['row'], styles[state])}>
      <td className={styles['mark']}>
        <StateMark state={ROW_MARKS[state]} label={t(`board:states.${state}`)} />
      </td>
      <td className={styles['severity']}>{row.assessedSeverity ?? row.reportedSeverity ?? '–'}</td>
      <td>{row.caseNumber}</td>
      <td className={styles['customer']}>{row.customer ?? t('wall:rows.noCustomer')}</td>
      <td className={styles['subject']}>{row.subject}</td>
      <td className={styles['metric']}>{clock === null ? '' : metricName(clock.metric)}</td>
      <td className={styles['left']}>
        <Left clock={clock} state={state} />
      </td>
    </tr>
  )
}

function Left({ clock, state }: { clock: Clock | null; state: RowState }) {
  const { t } = useTranslation('wall')
  const due = clock === null ? null : dueInstant(clock)
  const text = useTicking((now) => (due === null ? null : formatCountdown(due - now)))
  if (state === 'paused') return t('rows.paused')
  if (state === 'excluded') return t('rows.excluded')
  if (state === 'outside-hours') return t('rows.outside')
  if (state === 'unknown') return t('rows.unknown')
  return text ?? t('rows.nothing')
}
