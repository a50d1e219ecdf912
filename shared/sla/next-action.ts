import type { BoardRow, NextAction } from '../records/board-row.ts'
import { isPending, type Clock } from '../records/clock.ts'
import type { TicketRecord } from '../records/ticket.ts'
import type { TicketEvent } from '../records/ticket-event.ts'

type ActionFacts = Pick<TicketRecord, 'status' | 'owner' | 'domain' | 'assessedSeverity' | 'reportedSeverity'>

export interface ActionInput {
  readonly ticket: ActionFacts
  readonly events: readonly TicketEvent[]
  readonly clocks: readonly Clock[]
  /** A step of the contract's ladder is due and nobody has taken it. */
  readonly escalationIsDue: boolean
  /** The fix was tried and does not hold. */
  readonly fixFailed: boolean
  /** UTC milliseconds: an update is owed once its clock is at risk, not before. */
  readonly now: number
}

/**
 * Whose court the ball is in and what that side owes next. A word owed to the customer outranks all else; a step of
 * the ladder, which is our own to take whoever the fault waits for, outranks who can fix it; that outranks ordinary
 * work.
 */
export function nextActionOf({ ticket, events, clocks, escalationIsDue, fixFailed, now }: ActionInput): {
  court: BoardRow['court']
  nextAction: NextAction
} {
  if (ticket.status === 'closed' || ticket.status === 'withdrawn')
    return { court: 'customer', nextAction: 'none' }
  if (ticket.status === 'resolved')
    return { court: 'provider', nextAction: fixFailed ? 'resolve' : 'confirm-fix' }
  const owed = owedToCustomer(ticket, events, clocks, now)
  if (owed !== null) return { court: 'provider', nextAction: owed }
  if (escalationIsDue) return { court: 'provider', nextAction: 'escalate' }
  if (ticket.status === 'awaiting-customer') return { court: 'customer', nextAction: 'await-customer' }
  if (ticket.status === 'awaiting-mno' || ticket.domain === 'mno')
    return { court: 'mno', nextAction: 'chase-mno' }
  if (ticket.domain === 'customer') return { court: 'customer', nextAction: 'await-customer' }
  return { court: 'provider', nextAction: 'resolve' }
}

function owedToCustomer(
  ticket: ActionFacts,
  events: readonly TicketEvent[],
  clocks: readonly Clock[],
  now: number,
): NextAction | null {
  if (ticket.assessedSeverity === null && ticket.reportedSeverity === null) return 'assess'
  if (ticket.owner === null) return 'take-ownership'
  if (isRunning(clocks, 'call-back')) return 'call-back'
  if (isRunning(clocks, 'first-response') || isRunning(clocks, 'next-reply')) return 'respond'
  if (customerSpokeLast(events)) return 'respond'
  const update = clocks.find((clock) => clock.metric === 'periodic-update' && isPending(clock))
  if (update !== undefined && update.atRiskAt !== null && now >= update.atRiskAt) return 'update-customer'
  return null
}

/** Runs or has run out; a clock that is held waits for somebody else. */
function isRunning(clocks: readonly Clock[], metric: string): boolean {
  return clocks.some((clock) => clock.metric === metric && isPending(clock) && clock.state !== 'paused')
}

/** An unanswered message, also where the contract promises no time for it. */
function customerSpokeLast(events: readonly TicketEvent[]): boolean {
  let last: TicketEvent | null = null
  for (const event of events) {
    const isWord = event.kind === 'reply' || event.kind === 'phone-call' || event.kind === 'created'
    if (isWord && (event.actor.side === 'customer' || event.actor.side === 'provider')) {
      if (last === null || event.at >= last.at) last = event
    }
  }
  return last !== null && last.actor.side === 'customer'
}
