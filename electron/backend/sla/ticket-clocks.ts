import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { Clock, LedgerEntry } from '../../../shared/records/clock.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { deskOnDuty } from '../../../shared/shifts/roster.ts'
import { boardClocks } from '../../../shared/sla/board-clocks.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { blankClock } from '../../../shared/sla/clock-of-cycle.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { nextActionOf } from '../../../shared/sla/next-action.ts'
import { nextClock } from '../../../shared/sla/next-clock.ts'
import { severityRank } from '../../../shared/sla/severity-rank.ts'
import type { Log } from '../log.ts'
import type { TicketWithEvents } from '../store/store.ts'
import { choosePolicy } from './policy-assignment.ts'
import type { PolicyLibrary } from './policy-library.ts'
import type { HubRules } from './hub-rules.ts'

export interface TicketClocksParts {
  readonly policies: PolicyLibrary
  /** Those of the moment. */
  readonly rules: () => HubRules
  readonly log: Log
}

/** What the hub's contracts, assignments and desks make of a ticket. Instants are UTC milliseconds. */
export interface TicketClocks {
  of(
    ticket: TicketWithEvents,
    now: number,
  ): { policyId: string | null; policyReason: string; clocks: Clock[] }
  /** Null where the ticket has no such clock. */
  ledger(
    ticket: TicketWithEvents,
    clockId: string,
    now: number,
  ): { clock: Clock; entries: LedgerEntry[] } | null
  row(ticket: TicketWithEvents, now: number): BoardRow
}

interface Contract {
  readonly policyId: string | null
  readonly policyReason: string
  readonly policy: CompiledPolicy | null
}

export function createTicketClocks({ policies, rules, log }: TicketClocksParts): TicketClocks {
  function contractOf({ ticket }: TicketWithEvents): Contract {
    const { policyId, reason } = choosePolicy(rules().settings, ticket)
    if (policyId === null) return { policyId, policyReason: reason, policy: null }
    const loaded = policies.get(policyId)
    if (loaded !== null) return { policyId, policyReason: reason, policy: loaded.compiled }
    return {
      policyId: null,
      policyReason: `${reason}, but policy "${policyId}" cannot be used`,
      policy: null,
    }
  }

  function clocksOf(
    held: TicketWithEvents,
    events: TicketEvent[],
    { policy }: Contract,
    now: number,
  ): Clock[] {
    try {
      return deriveClocks({ policy, ticket: held.ticket, events, now })
    } catch (error) {
      // One ticket that trips the engine must not take the others' clocks off the board.
      log('error', `The clocks of ticket ${held.ticket.ticketId} could not be derived.`, { error })
      return [failedClock(held.ticket.createdAt)]
    }
  }

  return {
    of(held, now) {
      const contract = contractOf(held)
      const { policyId, policyReason } = contract
      return { policyId, policyReason, clocks: clocksOf(held, eventsOf(held), contract, now) }
    },

    ledger(held, clockId, now) {
      const contract = contractOf(held)
      const events = eventsOf(held)
      const clock = clocksOf(held, events, contract, now).find(({ id }) => id === clockId)
      if (clock === undefined) return null
      return {
        clock,
        entries: clockLedger({ policy: contract.policy, ticket: held.ticket, events, now, clockId }),
      }
    },

    row(held, now) {
      const { ticket } = held
      const contract = contractOf(held)
      const events = eventsOf(held)
      const clocks = clocksOf(held, events, contract, now)
      const dueAt = nextClock(clocks)?.dueAt ?? null
      return {
        ticketId: ticket.ticketId,
        sourceId: ticket.sourceId,
        caseNumber: ticket.caseNumber,
        subject: ticket.subject,
        customer: ticket.customer,
        queue: ticket.queue,
        owner: ticket.owner,
        status: ticket.status,
        domain: ticket.domain,
        reportedSeverity: ticket.reportedSeverity,
        assessedSeverity: ticket.assessedSeverity,
        severityRank: severityRank(contract.policy, ticket),
        policyId: contract.policyId,
        createdAt: ticket.createdAt,
        updatedAt: ticket.updatedAt,
        updatedBy: events.at(-1)?.actor.side ?? 'system',
        url: ticket.url,
        clocks: boardClocks(clocks),
        ...nextActionOf({ ticket, events, clocks, now }),
        dutyDeskId: dueAt === null ? null : deskOnDuty(rules().desks, dueAt),
        derivedAt: now,
      }
    },
  }
}

function eventsOf({ events }: TicketWithEvents): TicketEvent[] {
  return events.map(({ event }) => event)
}

/** "Cannot be computed" for a reason that is ours. */
function failedClock(createdAt: number): Clock {
  const blank = blankClock('first-response', 'first-response', createdAt, null)
  return { ...blank, state: 'cannot-be-computed', reason: { key: 'reason.internal', values: {} } }
}
