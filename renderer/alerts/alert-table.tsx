import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Alert } from '../../shared/contract/alerts.ts'
import { ticketPath } from '../app/paths.ts'
import styles from './alert-list.module.css'
import type { AlertLine } from './alert-order.ts'
import { AlertRow, alertRowId, AlertGroup } from './alert-row.tsx'
import { useAlerts } from './alerts-context.tsx'
import { nextAlert } from './next-alert.ts'

/** Heights of the lines, as in `alert-list.module.css`. */
const ALERT_HEIGHT = 44
const GROUP_HEIGHT = 28

export interface AlertTableProps {
  lines: readonly AlertLine[]
  mayAcknowledge: boolean
  onClose: () => void
}

const MOVES: Partial<Record<string, number | 'first' | 'last'>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: 'first',
  End: 'last',
}

/** One stop for the Tab key; the marked alert is told to screen readers. Only the lines in sight exist. */
export function AlertTable({ lines, mayAcknowledge, onClose }: AlertTableProps) {
  const { t } = useTranslation('alerts')
  const [, navigate] = useHashLocation()
  const { acknowledge } = useAlerts()
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const active = lines.find((line) => line.kind === 'alert' && line.alert.id === chosenId)
  const activeAlert = active?.kind === 'alert' ? active.alert : nextAlert(lines, null, 'first')
  // oxlint-disable-next-line react/incompatible-library -- the hook stands in a small component of its own for this reason
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP_HEIGHT : ALERT_HEIGHT),
    overscan: 6,
  })
  const shown = virtual.getVirtualItems()

  // Opened to be read: the first alert is marked and the keys work at once.
  useEffect(() => table.current?.focus(), [])

  function move(by: number | 'first' | 'last'): void {
    const next = nextAlert(lines, activeAlert?.id ?? null, by)
    if (next === null) return
    setChosenId(next.id)
    const index = lines.findIndex((line) => line.kind === 'alert' && line.alert.id === next.id)
    // The heading above the first alert belongs to it.
    virtual.scrollToIndex(index === 1 ? 0 : index, { align: 'auto' })
  }

  function open(alert: Alert): void {
    onClose()
    navigate(ticketPath(alert.ticketId))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = MOVES[event.key]
    if (by !== undefined) move(by)
    else if (event.key === 'Enter' && activeAlert !== null) open(activeAlert)
    else if (event.key === 'a' && mayAcknowledge && activeAlert !== null) acknowledge([activeAlert])
    else return
    event.preventDefault()
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table with a keyboard of its own is what ARIA calls a grid
        role="grid"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-rowcount={lines.length}
        {...(activeAlert === null ? {} : { 'aria-activedescendant': alertRowId(activeAlert.id) })}
        className={styles['table']}
        onKeyDown={onKeyDown}
      >
        <tbody
          className={styles['body']}
          style={{ height: virtual.getTotalSize(), paddingTop: shown[0]?.start ?? 0 }}
        >
          {shown.map(({ index }) => {
            const line = lines[index]
            if (line === undefined) return null
            if (line.kind === 'group') {
              return <AlertGroup key={line.of} kind={line.of} count={line.count} index={index + 1} />
            }
            const { alert } = line
            return (
              <AlertRow
                key={alert.id}
                alert={alert}
                index={index + 1}
                isActive={alert.id === activeAlert?.id}
                onOpen={() => open(alert)}
                onAcknowledge={mayAcknowledge ? () => acknowledge([alert]) : null}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
