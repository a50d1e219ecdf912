import type { EscalationStep } from '../../../shared/records/escalation.ts'
import { stepIdBefore } from '../../../shared/sla/escalation.ts'
import { nextClock } from '../../../shared/sla/next-clock.ts'
import { draftEscalation } from '../sla/escalation-draft.ts'
import type { PolicyLibrary } from '../sla/policy-library.ts'
import type { TicketClocks } from '../sla/ticket-clocks.ts'
import type { EscalationStore, SettingsStore, TicketStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

export interface EscalationParts {
  readonly tickets: TicketStore
  readonly escalations: EscalationStore
  readonly settings: SettingsStore
  readonly policies: PolicyLibrary
  readonly clocks: TicketClocks
  /** Publishes the ticket's row again. */
  readonly ticketChanged: (ticketId: string) => void
  readonly now: () => number
}

export function implementEscalations(
  { escalations: subject }: Implementation,
  parts: EscalationParts,
): MeridianRouter['escalations'] {
  const { tickets, escalations, clocks, now } = parts
  return {
    draft: subject.draft.handler(async ({ input, errors }) => {
      const held = tickets.get(input.ticketId)
      if (held === null) throw errors.NOT_FOUND()
      const at = now()
      const promises = clocks.of(held, at)
      const step = promises.escalations.find(({ id }) => id === input.stepId)
      if (step === undefined || step.rule === null) throw errors.NOT_FOUND()
      const desk = parts.settings.get().desks.find(({ id }) => id === step.deskId) ?? null
      const { policyId } = promises
      return draftEscalation({
        ticket: held.ticket,
        events: held.events.map(({ event }) => event),
        clock: promises.clocks.find(({ id }) => id === step.clockId) ?? nextClock(promises.clocks),
        step,
        policy: policyId === null ? null : (parts.policies.get(policyId)?.compiled.policy ?? null),
        desk,
        language: input.language,
        now: at,
      })
    }),

    record: subject.record.handler(({ input, context, errors }) => {
      const held = tickets.get(input.ticketId)
      if (held === null) throw errors.NOT_FOUND()
      const at = now()
      const { ticketId, stepId, summary } = input
      const reason = refusalOf(clocks.of(held, at).escalations, stepId)
      if (reason !== null) throw errors.REFUSED({ data: { place: 'stepId', reason } })
      const by = context.caller.name
      if (!escalations.record({ ticketId, stepId, at, by, summary })) {
        throw errors.REFUSED({ data: { place: 'stepId', reason: 'Somebody else has just taken this step.' } })
      }
      parts.ticketChanged(ticketId)
      const step = clocks.of(held, at).escalations.find(({ id }) => id === stepId)
      if (step === undefined) throw new Error(`Step ${stepId} is gone after it was taken.`)
      return step
    }),
  }
}

/** Why a step cannot be noted as taken; null where it can. */
function refusalOf(steps: readonly EscalationStep[], stepId: string): string | null {
  const step = steps.find(({ id }) => id === stepId)
  if (step === undefined) return `Nothing is to be escalated as "${stepId}" on this case now.`
  if (step.done !== null) {
    const at = new Date(step.done.at).toISOString()
    return `This step was already taken at ${at} by ${step.done.by}.`
  }
  // A contract names its contacts in order.
  const before = steps.find(({ id }) => id === stepIdBefore(stepId))
  return before === undefined || before.done !== null ? null : `First comes the step to ${before.role}.`
}
