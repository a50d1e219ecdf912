import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useKeys } from '../app/keys.tsx'
import { classes } from '../ui/classes.ts'
import { BellIcon } from '../ui/icons.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import styles from './alert-bell.module.css'
import { AlertList } from './alert-list.tsx'
import { countUnseen } from './alert-order.ts'
import { useAlerts } from './alerts-context.tsx'

/** How many alerts nobody has seen; behind it the list of all that stand. */
export function AlertBell() {
  const { t } = useTranslation('alerts')
  const { alerts, isListOpen, showList } = useAlerts()
  const button = useRef<HTMLButtonElement>(null)
  const { breached, 'at-risk': atRisk } = countUnseen(alerts)
  const label = breached + atRisk === 0 ? t('bell.none') : t('bell.counts', { breached, atRisk })
  useKeys(t('keys.group'), [
    { keys: '!', label: t('keys.panel'), run: () => showList(true) },
    // The list opened by the first takes the second key itself; this is for those who look it up.
    { keys: '! a', label: t('keys.inList'), run: () => showList(true) },
  ])
  return (
    <>
      <Tooltip text={label}>
        <AriaButton
          ref={button}
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={isListOpen}
          onPress={() => showList(true)}
          className={styles['bell'] ?? ''}
        >
          <BellIcon />
          {breached > 0 && <Count kind="breached" count={breached} />}
          {atRisk > 0 && <Count kind="at-risk" count={atRisk} />}
        </AriaButton>
      </Tooltip>
      <Popover
        triggerRef={button}
        isOpen={isListOpen}
        onOpenChange={showList}
        placement="bottom end"
        offset={4}
        className={styles['popover'] ?? ''}
      >
        <Dialog aria-label={t('title')} className={styles['dialog'] ?? ''}>
          <AlertList onClose={() => showList(false)} />
        </Dialog>
      </Popover>
    </>
  )
}

function Count({ kind, count }: { kind: 'breached' | 'at-risk'; count: number }) {
  return (
    <span className={classes(styles['count'], styles[kind])}>
      <StateMark state={kind} />
      {count}
    </span>
  )
}
