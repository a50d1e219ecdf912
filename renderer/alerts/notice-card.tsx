import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Alert } from '../../shared/contract/alerts.ts'
import { useMay } from '../app/client.tsx'
import { ticketPath } from '../app/paths.ts'
import { useMetricName } from '../boards/use-metric-name.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Countdown } from '../ui/countdown.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useAlerts } from './alerts-context.tsx'
import { CARD_MARK } from './card-mark.ts'
import styles from './notice.module.css'
import { inOrder, isLasting, type Notice } from './notices.ts'
import { SoundNote } from './sound-note.tsx'
import { useNoticeText } from './use-notice-text.ts'

export interface NoticeCardProps {
  notice: Notice
  /** The one that `g n` leads to. */
  isNewest: boolean
  /** The card has left the page, and the focus with it if it had it. */
  onGone: () => void
}

/** What came together, with what one does about it. Its time stands still while somebody is at it. */
export function NoticeCard({ notice, isNewest, onGone }: NoticeCardProps) {
  const { t } = useTranslation('alerts')
  const [, navigate] = useHashLocation()
  const mayAcknowledge = useMay('operator')
  const { acknowledge, dismiss, hold, showList } = useAlerts()
  const { title, lines, more } = useNoticeText(notice)
  const alerts = inOrder(notice)
  const [first] = alerts
  const isOne = alerts.length === 1
  const gone = useEffectEvent(onGone)
  useEffect(() => () => gone(), [])

  function open(): void {
    dismiss(notice.id)
    if (isOne && first !== undefined) navigate(ticketPath(first.ticketId))
    else showList(true)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') dismiss(notice.id)
    else if (event.key === 'a' && mayAcknowledge) acknowledge(alerts)
    else return
    event.preventDefault()
  }

  function onBlur(event: FocusEvent): void {
    if (!event.currentTarget.contains(event.relatedTarget)) hold(notice.id, false)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons inside; the rest only stops its time
    <article
      aria-label={title}
      {...{ [CARD_MARK]: '' }}
      className={classes(styles['card'], isLasting(notice) && styles['critical'])}
      onKeyDown={onKeyDown}
      onPointerEnter={() => hold(notice.id, true)}
      onPointerLeave={() => hold(notice.id, false)}
      onFocus={() => hold(notice.id, true)}
      onBlur={onBlur}
    >
      <header className={styles['header']}>
        <h2>{title}</h2>
        {isNewest && <Kbd keys="g n" />}
        <IconButton label={t('notices.dismiss')} onPress={() => dismiss(notice.id)}>
          <CloseIcon />
        </IconButton>
      </header>
      <ul className={styles['alerts']}>
        {alerts.slice(0, lines.length).map((alert) => (
          <NamedAlert key={alert.id} alert={alert} />
        ))}
        {more !== null && <li className={styles['more']}>{more}</li>}
      </ul>
      <SoundNote />
      <footer className={styles['footer']}>
        {mayAcknowledge && (
          <Button variant={isLasting(notice) ? 'primary' : 'plain'} onPress={() => acknowledge(alerts)}>
            {isOne ? t('notices.acknowledge') : t('notices.acknowledgeAll', { count: alerts.length })}
          </Button>
        )}
        <Button onPress={open}>{t(isOne ? 'notices.open' : 'notices.showAll')}</Button>
      </footer>
    </article>
  )
}

function NamedAlert({ alert }: { alert: Alert }) {
  const { t } = useTranslation('alerts')
  const metric = useMetricName()(alert.metric)
  return (
    <li className={styles['alert']}>
      <StateMark state={alert.kind} label={t(`notices.one.${alert.kind}`)} />
      <SeverityMark assessed={alert.severity} reported={null} rank={alert.severityRank} hidesBasis />
      <span className={styles['words']}>
        <span className={styles['line']}>
          <strong>{alert.caseNumber}</strong> {alert.customer ?? t('list.noCustomer')}
        </span>
        <span className={classes(styles['line'], styles['muted'])}>
          {metric} · {alert.subject}
        </span>
      </span>
      <Countdown dueAt={alert.dueAt} atRiskAt={alert.raisedAt} />
    </li>
  )
}
