import type { Rehearsal, RehearsalDifference } from '../../../shared/contract/policies.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { createRehearsalTally, type ClockDifference } from '../../../shared/sla/rehearsal.ts'
import type { Log } from '../log.ts'
import type { TicketStore, TicketWithEvents } from '../store/store.ts'
import type { PolicyLibrary } from './policy-library.ts'
import { createTurns } from './take-turns.ts'
import { contractOf } from './ticket-contract.ts'

export interface RehearsalParts {
  readonly tickets: Pick<TicketStore, 'createdBetween' | 'countCreatedBetween'>
  readonly policies: Pick<PolicyLibrary, 'get'>
  readonly settings: Settings
  readonly log: Log
}

/** Tickets created in [from, to), UTC milliseconds; with `policyId` only those under that contract now. */
export interface RehearsalSpan {
  readonly from: number
  readonly to: number
  readonly policyId: string | null
}

/** What the report lists at most. */
const MOST_DIFFERENCES = 500
/** Read at a time: a few milliseconds of the database. */
const SLICE = 50

/**
 * Derives past tickets as of `now` under their present contract and under the edited one. Others have their turn in
 * between. Gives how far it has come, then one result; ends when `signal` does.
 */
export async function* rehearsePolicy(
  edited: CompiledPolicy,
  { from, to, policyId }: RehearsalSpan,
  now: number,
  { tickets, policies, settings, log }: RehearsalParts,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress | Rehearsal, void> {
  const tally = createRehearsalTally<Omit<RehearsalDifference, keyof ClockDifference>>(MOST_DIFFERENCES)
  const turn = createTurns()
  const total = tickets.countCreatedBetween(from, to)
  let done = 0
  yield { kind: 'progress', done, total }
  for (const slice of tickets.createdBetween(from, to, SLICE)) {
    for (const held of slice) {
      await turn()
      if (signal?.aborted === true) return
      const present = contractOf(settings, policies, held.ticket).policy
      if (policyId === null || policyId === present?.summary.id) compare(held, present?.compiled ?? null)
    }
    done += slice.length
    // Tickets may have come since they were counted.
    yield { kind: 'progress', done, total: Math.max(done, total) }
  }
  yield { kind: 'result', ...tally.summary() }

  function compare({ ticket, events: recorded }: TicketWithEvents, policy: CompiledPolicy | null): void {
    const events = recorded.map(({ event }) => event)
    try {
      const before = deriveClocks({ policy, ticket, events, now })
      const after = deriveClocks({ policy: edited, ticket, events, now })
      const { ticketId, caseNumber, subject, customer } = ticket
      const severity = ticket.assessedSeverity ?? ticket.reportedSeverity
      tally.add({ ticketId, caseNumber, subject, customer, severity }, before, after)
    } catch (error) {
      // As on the board: one ticket that trips the engine must not take the others with it.
      log('error', `Ticket ${ticket.ticketId} could not be rehearsed and is left out.`, { error })
    }
  }
}
