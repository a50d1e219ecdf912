import type { StoredTicket } from '../../../shared/contract/tickets.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { Clock, LedgerEntry, Reason } from '../../../shared/records/clock.ts'
import type { Divergence } from '../../../shared/records/divergence.ts'
import type { EscalationStep } from '../../../shared/records/escalation.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { deskOnDuty } from '../../../shared/shifts/roster.ts'
import { boardClocks } from '../../../shared/sla/board-clocks.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { blankClock } from '../../../shared/sla/clock-of-cycle.ts'
import { divergenceMs, divergenceOf } from '../../../shared/sla/divergence.ts'
import { escalationOnBoard, escalationSteps } from '../../../shared/sla/escalation.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { explainClock } from '../../../shared/sla/explain-clock.ts'
import { nextActionOf } from '../../../shared/sla/next-action.ts'
import { nextClock } from '../../../shared/sla/next-clock.ts'
import { severityRank } from '../../../shared/sla/severity-rank.ts'
import type { Log } from '../log.ts'
import type { RecordedEscalation, TicketWithEvents } from '../store/store.ts'
import type { HubRules } from './hub-rules.ts'
import type { PolicyLibrary } from './policy-library.ts'
import { contractOf, type TicketContract } from './ticket-contract.ts'

export interface TicketClocksParts {
  readonly policies: PolicyLibrary
  /** Those of the moment. */
  readonly rules: () => HubRules
  /** Steps of escalation ladders taken on a ticket. */
  readonly escalationsOf: (ticketId: string) => readonly RecordedEscalation[]
  /** When its last fix was found not to hold; null where none was. */
  readonly failedFixAt: (ticketId: string) => number | null
  readonly log: Log
}

/** What the hub's contracts, assignments and desks make of a ticket. Instants are UTC milliseconds. */
export interface TicketClocks {
  contract(ticket: TicketWithEvents): TicketContract
  of(ticket: TicketWithEvents, now: number): TicketPromises
  /** Null where the ticket has no such clock. */
  ledger(
    ticket: TicketWithEvents,
    clockId: string,
    now: number,
  ): { clock: Clock; entries: LedgerEntry[]; explanation: Reason[] } | null
  row(ticket: TicketWithEvents, now: number): BoardRow
}

/** What is promised on one ticket and how it stands. */
export interface TicketPromises {
  readonly policyId: string | null
  readonly policyName: string | null
  readonly policyReason: string
  readonly clocks: Clock[]
  /** Null where the source has no due time of its own. */
  readonly divergence: Divergence | null
  readonly escalations: EscalationStep[]
}

export function createTicketClocks({
  policies,
  rules,
  escalationsOf,
  failedFixAt,
  log,
}: TicketClocksParts): TicketClocks {
  function contract({ ticket }: TicketWithEvents): TicketContract {
    return contractOf(rules().settings, policies, ticket)
  }

  function clocksOf(
    held: TicketWithEvents,
    events: TicketEvent[],
    { policy, unusable }: TicketContract,
    now: number,
  ): Clock[] {
    const { ticket } = held
    if (unusable !== null) {
      // "Nothing is promised" would be a guess: somebody promised something, in a file we cannot read.
      return [unknownClock(ticket.createdAt, { key: 'reason.policyUnusable', values: { policy: unusable } })]
    }
    const failed = [unknownClock(ticket.createdAt, { key: 'reason.internal', values: {} })]
    return guarded('clocks', ticket, failed, () =>
      deriveClocks({ policy: policy?.compiled ?? null, ticket, events, now }),
    )
  }

  /** One ticket that trips the engine must not take the others' clocks off the board. */
  function guarded<T>(what: string, { ticketId }: StoredTicket, otherwise: T, derive: () => T): T {
    try {
      return derive()
    } catch (error) {
      log('error', `The ${what} of ticket ${ticketId} could not be derived.`, { error })
      return otherwise
    }
  }

  return {
    contract,

    of(held, now) {
      const { ticket } = held
      const own = contract(held)
      const policy = own.policy?.compiled ?? null
      const events = eventsOf(held)
      const clocks = clocksOf(held, events, own, now)
      const input = { policy, ticket, events, clocks, now }
      return {
        policyId: policy?.policy.id ?? null,
        policyName: policy?.policy.name ?? null,
        policyReason: own.reason,
        clocks,
        divergence: guarded('divergence', ticket, null, () => divergenceOf(input)),
        escalations: guarded('escalation', ticket, [], () =>
          escalationSteps(input, escalationsOf(ticket.ticketId), (instant) =>
            deskOnDuty(rules().desks, instant),
          ),
        ),
      }
    },

    ledger(held, clockId, now) {
      const own = contract(held)
      const policy = own.policy?.compiled ?? null
      const events = eventsOf(held)
      const clock = clocksOf(held, events, own, now).find(({ id }) => id === clockId)
      if (clock === undefined) return null
      const input = { policy, ticket: held.ticket, events, now, clock }
      const entries = clockLedger(input)
      return { clock, entries, explanation: explainClock({ ...input, entries }) }
    },

    row(held, now) {
      const { ticket } = held
      const own = contract(held)
      const policy = own.policy?.compiled ?? null
      const events = eventsOf(held)
      const clocks = clocksOf(held, events, own, now)
      const dueAt = nextClock(clocks)?.dueAt ?? null
      const fixFailedAt = failedFixAt(ticket.ticketId)
      const { escalation, nextDueAt } = guarded('escalation', ticket, NO_ESCALATION, () =>
        escalationOnBoard({ policy, ticket, events, clocks, now }, () => escalationsOf(ticket.ticketId)),
      )
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
        severityRank: severityRank(policy, ticket),
        policyId: policy?.policy.id ?? null,
        createdAt: ticket.createdAt,
        updatedAt: ticket.updatedAt,
        updatedBy: events.at(-1)?.actor.side ?? 'system',
        url: ticket.url,
        clocks: boardClocks(clocks).map((clock) => wakingForStep(clock, nextDueAt)),
        ...nextActionOf({
          ticket,
          events,
          clocks,
          escalationIsDue: escalation !== null,
          fixFailed: fixFailedAt !== null,
          now,
        }),
        escalation,
        divergenceMs: divergenceMs(ticket.sourceDueAt, clocks),
        dutyDeskId: dueAt === null ? null : deskOnDuty(rules().desks, dueAt),
        failedFixAt: fixFailedAt,
        derivedAt: now,
      }
    },
  }
}

const NO_ESCALATION: ReturnType<typeof escalationOnBoard> = { escalation: null, nextDueAt: new Map() }

function eventsOf({ events }: TicketWithEvents): TicketEvent[] {
  return events.map(({ event }) => event)
}

/** The board derives a row again when a clock of it changes; a step that comes due is such a change. */
function wakingForStep(clock: Clock, nextDueAt: ReadonlyMap<string, number>): Clock {
  const dueAt = nextDueAt.get(clock.id) ?? Infinity
  return dueAt < (clock.changesAt ?? Infinity) ? { ...clock, changesAt: dueAt } : clock
}

/** "Cannot be computed", for the ticket as a whole. */
function unknownClock(createdAt: number, reason: Reason): Clock {
  const blank = blankClock('first-response', 'first-response', createdAt, null)
  return { ...blank, state: 'cannot-be-computed', reason }
}
