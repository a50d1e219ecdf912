import { useTranslation } from 'react-i18next'
import type { Alert } from '../../shared/contract/alerts.ts'
import { useMetricName } from '../boards/use-metric-name.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Countdown } from '../ui/countdown.tsx'
import { CheckIcon } from '../ui/icons.tsx'
import { Instant } from '../ui/instant.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './alert-list.module.css'

/** Element id of an alert's row, for `aria-activedescendant`. */
export function alertRowId(alertId: string): string {
  return `alert-${alertId}`
}

export interface AlertRowProps {
  alert: Alert
  /** Place in the grid, from 1. */
  index: number
  isActive: boolean
  onOpen: () => void
  /** Null for those who may only look. */
  onAcknowledge: (() => void) | null
}

export function AlertRow({ alert, index, isActive, onOpen, onAcknowledge }: AlertRowProps) {
  const { t } = useTranslation('alerts')
  const metric = useMetricName()(alert.metric)
  const { acknowledged } = alert
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the grid around it has the focus and the keys (aria-activedescendant)
    <tr
      id={alertRowId(alert.id)}
      aria-rowindex={index}
      aria-selected={isActive}
      className={classes(
        styles['row'],
        isActive && styles['active'],
        acknowledged !== null && styles['seen'],
      )}
      onClick={onOpen}
    >
      <td>
        <StateMark state={alert.kind} label={t(`group.${alert.kind}`)} />
      </td>
      <td>
        <SeverityMark assessed={alert.severity} reported={null} rank={alert.severityRank} hidesBasis />
      </td>
      <td className={styles['case']}>
        <span className={styles['line']}>
          <strong>{alert.caseNumber}</strong> {alert.customer ?? t('list.noCustomer')}
        </span>
        <span className={classes(styles['line'], styles['muted'])} title={alert.subject}>
          {metric} · {alert.subject}
        </span>
      </td>
      <td className={styles['due']}>
        <Countdown dueAt={alert.dueAt} atRiskAt={alert.raisedAt} />
        <span className={styles['muted']}>
          <Instant at={alert.dueAt} />
        </span>
      </td>
      <td className={styles['acknowledged']}>
        {acknowledged === null ? (
          onAcknowledge !== null && (
            // A press on the button is not one on the row.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- only keeps the click from the row
            <span onClick={(event) => event.stopPropagation()}>
              <Button
                variant="quiet"
                excludeFromTabOrder
                aria-label={t('list.acknowledgeCase', { case: alert.caseNumber, metric })}
                onPress={onAcknowledge}
              >
                {t('list.acknowledge')}
              </Button>
            </span>
          )
        ) : (
          <span className={styles['seenBy']} title={t('list.seen', { name: acknowledged.by })}>
            <CheckIcon />
            <span className={styles['line']}>{acknowledged.by}</span>
            <Instant at={acknowledged.at} />
          </span>
        )}
      </td>
    </tr>
  )
}

export interface AlertGroupProps {
  kind: Alert['kind']
  count: number
  index: number
}

/** Heading above the alerts of a kind. */
export function AlertGroup({ kind, count, index }: AlertGroupProps) {
  const { t } = useTranslation('alerts')
  return (
    <tr aria-rowindex={index} className={styles['group']}>
      <th scope="rowgroup">
        {t(`group.${kind}`)} <span className={styles['muted']}>{count}</span>
      </th>
    </tr>
  )
}
