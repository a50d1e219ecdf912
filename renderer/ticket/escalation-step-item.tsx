import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../shared/contract/settings.ts'
import type { Clock } from '../../shared/records/clock.ts'
import type { EscalationStep } from '../../shared/records/escalation.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Countdown } from '../ui/countdown.tsx'
import { DeskTime } from './desk-time.tsx'
import styles from './escalation-ladder.module.css'
import { StepMark } from './step-mark.tsx'
import { useInstantText } from './use-instant-text.ts'

export interface EscalationStepItemProps {
  step: EscalationStep
  /** The clock it follows; null for a step on demand. */
  clock: Clock | null
  desk: Desk | null
  isTakable: boolean
  /** The viewer has just taken it: reading goes on here. */
  isJustTaken: boolean
  onEscalate: () => void
}

export function EscalationStepItem(props: EscalationStepItemProps) {
  const { step, desk, isTakable, isJustTaken, onEscalate } = props
  const { t } = useTranslation('ticket')
  const [isOpen, setOpen] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isJustTaken) item.current?.focus()
  }, [isJustTaken])
  const isDue = step.state === 'due'
  return (
    <li ref={item} tabIndex={-1} className={classes(styles['step'], isDue && styles['due'])}>
      <div className={styles['line']}>
        <StepMark state={step.state} />
        <div className={styles['words']}>
          <div className={styles['role']} title={step.rule ?? undefined}>
            {step.role}
          </div>
          <div className={styles['notes']}>
            <StateWords {...props} />
            {desk !== null && <DeskTime desk={desk} />}
          </div>
        </div>
        {step.state === 'upcoming' && step.dueAt !== null && (
          <span className={styles['countdown']}>
            <Countdown dueAt={step.dueAt} atRiskAt={null} />
          </span>
        )}
        {!isDue && <DetailsToggle step={step} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />}
        {isTakable && (
          <Button
            variant={isDue ? 'primary' : 'plain'}
            onPress={onEscalate}
            aria-label={t('escalation.open', { role: step.role })}
          >
            {t('escalation.escalate')}
          </Button>
        )}
      </div>
      {(isDue || isOpen) && <Details step={step} />}
    </li>
  )
}

function DetailsToggle({
  step,
  isOpen,
  onToggle,
}: {
  step: EscalationStep
  isOpen: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation('ticket')
  const shown = step.done === null ? t('escalation.showRule') : t('escalation.showSummary')
  return (
    <Button
      variant="quiet"
      onPress={onToggle}
      aria-expanded={isOpen}
      aria-label={`${isOpen ? t('escalation.hide') : shown}: ${step.role}`}
    >
      {isOpen ? t('escalation.hide') : shown}
    </Button>
  )
}

/** State and when, e.g. "Due now since 14:05". */
function StateWords({ step, clock, isTakable }: EscalationStepItemProps) {
  const { t } = useTranslation('ticket')
  const instantText = useInstantText()
  const { state, dueAt, done } = step
  function when(): string | null {
    if (done !== null) return t('escalation.doneBy', { by: done.by, at: instantText(done.at, null) })
    if (state === 'due' && !isTakable) return t('escalation.afterStepBefore')
    if (state === 'due' && dueAt !== null) return t('escalation.since', { at: instantText(dueAt, null) })
    if (state !== 'upcoming') return null
    if (dueAt !== null) return instantText(dueAt, null)
    return t(clock?.state === 'paused' ? 'escalation.held' : 'escalation.afterStepBefore')
  }
  const words = when()
  return (
    <span>
      <span className={styles['state']}>{t(`escalation.states.${state}`)}</span>
      {words !== null && ` ${words}`}
    </span>
  )
}

/** The contract's rule, and of a step that was taken what was sent. */
function Details({ step: { rule, done } }: { step: EscalationStep }) {
  const { t } = useTranslation('ticket')
  return (
    <div className={styles['details']}>
      <p>{rule ?? t('escalation.gone')}</p>
      {done !== null && <pre className={styles['summary']}>{done.summary}</pre>}
    </div>
  )
}
