import type { Attainment, AttainmentQuestion } from '../../../shared/contract/attainment.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { ticketOutcomes, type TicketOutcomes } from '../../../shared/sla/attainment.ts'
import { createAttainmentTally } from '../../../shared/sla/attainment-tally.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { monthSpan } from '../../../shared/time/month-span.ts'
import type { Log } from '../log.ts'
import type { TicketStore, TicketWithEvents } from '../store/store.ts'
import type { PolicyLibrary } from './policy-library.ts'
import { createTurns } from './take-turns.ts'
import { contractOf } from './ticket-contract.ts'

export interface AttainmentParts {
  readonly tickets: Pick<TicketStore, 'createdBetween' | 'countCreatedBetween'>
  readonly policies: Pick<PolicyLibrary, 'get'>
  readonly settings: () => Settings
  readonly now: () => number
  readonly log: Log
}

/** Read at a time: a few milliseconds of the database. */
const SLICE = 100
const PROGRESS_STEPS = 100
/** The earliest instant a date can hold: a ticket of any age may be decided in any later month. */
const EVER = -8.64e15

/** What of a question cannot be answered, with the field; null where all can. */
export function refuseQuestion(
  { from, to, timeZone, policyId }: AttainmentQuestion,
  policies: Pick<PolicyLibrary, 'get'>,
): { place: string; reason: string } | null {
  if (policyId !== null && policies.get(policyId) === null) {
    return { place: 'policyId', reason: `there is no policy "${policyId}"` }
  }
  try {
    monthSpan(from, to, timeZone)
    return null
  } catch (error) {
    if (error instanceof CalendarFault) return { place: error.place, reason: error.message }
    throw error
  }
}

/**
 * Counts the promises decided in the months asked for, under the contracts and assignments of the moment: some
 * progress, then one result. A ticket counts where it was decided, so every ticket from the first one on to the end of
 * the span is derived: one of last year may break its promise in March. Memory grows with rows, not with tickets.
 *
 * Throws a CalendarFault for what `refuseQuestion` would have named, and the signal's reason once it is aborted.
 */
export async function* attainmentReport(
  question: AttainmentQuestion,
  parts: AttainmentParts,
  signal?: AbortSignal,
): AsyncGenerator<Progress | Attainment, void> {
  const span = monthSpan(question.from, question.to, question.timeZone)
  const [from = EVER] = span.starts
  const to = span.starts.at(-1) ?? from
  const tally = createAttainmentTally(span)
  const turn = createTurns()
  // One moment and one set of rules for all tickets, however long the report takes.
  const derive = outcomesUnder(parts, parts.settings(), parts.now())
  const total = parts.tickets.countCreatedBetween(EVER, to)
  let done = 0
  let told = -Infinity
  let tickets = 0
  let notComputable = 0
  for (const slice of parts.tickets.createdBetween(EVER, to, SLICE)) {
    // Tickets may have come since they were counted.
    if (done - told >= total / PROGRESS_STEPS) {
      told = done
      yield { kind: 'progress', done, total: Math.max(done, total) }
    }
    for (const held of slice) {
      await turn()
      signal?.throwIfAborted()
      const { customer, assessedSeverity, reportedSeverity, createdAt } = held.ticket
      if (question.customer !== null && question.customer !== customer) continue
      const found = derive(held, question.policyId)
      if (found === null) continue
      const ticket = { policyId: found.policyId, customer, severity: assessedSeverity ?? reportedSeverity }
      if (tally.add(ticket, found.outcomes)) tickets += 1
      if (!found.outcomes.isComputable && createdAt >= from) notComputable += 1
    }
    done += slice.length
  }
  yield { kind: 'progress', done, total: done }
  yield { kind: 'result', tickets, notComputable, rows: tally.counts(), goals: tally.goalCounts() }
}

interface Derived {
  readonly policyId: string
  readonly outcomes: TicketOutcomes
}

const NOT_COMPUTABLE: TicketOutcomes = { clocks: [], goals: [], isComputable: false }

type Derive = (held: TicketWithEvents, onlyPolicyId: string | null) => Derived | null

/** Null for tickets under no contract, or under another one than asked for. */
function outcomesUnder({ policies, log }: AttainmentParts, settings: Settings, now: number): Derive {
  return ({ ticket, events }, onlyPolicyId) => {
    const { policy, unusable } = contractOf(settings, policies, ticket)
    const policyId = policy?.summary.id ?? unusable
    if (policyId === null || (onlyPolicyId !== null && onlyPolicyId !== policyId)) return null
    // Something was promised, in a file that cannot be read: neither kept nor broken.
    if (policy === null) return { policyId, outcomes: NOT_COMPUTABLE }
    try {
      const told = events.map(({ event }) => event)
      return { policyId, outcomes: ticketOutcomes({ policy: policy.compiled, ticket, events: told, now }) }
    } catch (error) {
      // One ticket that trips the engine must not take the others' share with it.
      log('error', `The outcomes of ticket ${ticket.ticketId} could not be derived.`, { error })
      return { policyId, outcomes: NOT_COMPUTABLE }
    }
  }
}
