import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '../../shared/contract/tickets.ts'
import type { EscalationStep } from '../../shared/records/escalation.ts'
import { useKeys } from '../app/keys.tsx'
import { EscalationDialog } from './escalation-dialog.tsx'
import styles from './escalation-ladder.module.css'
import { EscalationStepItem } from './escalation-step-item.tsx'
import { nextStep, takableSteps, withTaken } from './ladder.ts'
import type { EditedDrafts } from './use-draft.ts'
import { useDesks } from './use-desks.ts'

export interface EscalationLadderProps {
  detail: Pick<TicketDetail, 'ticket' | 'clocks' | 'escalations'>
  /** A step was taken: the ticket has changed. */
  onTaken: () => void
}

/** Whom the contract says to tell, in order of when; each step is taken from here. */
export function EscalationLadder({ detail, onTaken }: EscalationLadderProps) {
  const { t } = useTranslation('ticket')
  const { ticket, clocks, escalations } = detail
  const desks = useDesks()
  const [taken, setTaken] = useState<readonly EscalationStep[]>([])
  const [openId, setOpenId] = useState<string | null>(null)
  const [lastTakenId, setLastTakenId] = useState<string | null>(null)
  // Kept here, so that a text one has worked on is there again after Escape.
  const [drafts, setDrafts] = useState<EditedDrafts>({})
  const steps = withTaken(escalations, taken)
  const takable = takableSteps(steps)
  const openStep = steps.find(({ id }) => id === openId) ?? null
  const next = nextStep(steps)
  useKeys(
    t('keys.group'),
    next === null ? [] : [{ keys: 'e', label: t('escalation.key'), run: () => setOpenId(next.id) }],
  )

  function finish(step: EscalationStep): void {
    setTaken((held) => [...held, step])
    setOpenId(null)
    setLastTakenId(step.id)
    onTaken()
  }

  return (
    <>
      <ol className={styles['ladder']}>
        {steps.map((step) => (
          <EscalationStepItem
            key={step.id}
            step={step}
            clock={clocks.find(({ id }) => id === step.clockId) ?? null}
            desk={desks.get(step.deskId ?? '') ?? null}
            isTakable={takable.has(step.id)}
            isJustTaken={step.id === lastTakenId}
            onEscalate={() => setOpenId(step.id)}
          />
        ))}
      </ol>
      {openStep !== null && (
        <EscalationDialog
          key={openStep.id}
          ticket={ticket}
          step={openStep}
          desk={desks.get(openStep.deskId ?? '') ?? null}
          drafts={drafts}
          onDrafts={setDrafts}
          onTaken={finish}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  )
}
