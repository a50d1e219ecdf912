import { monthAt, type MonthSpan } from '../time/month-span.ts'
import type { Outcome, TicketOutcomes } from './attainment.ts'
import type { GoalOutcome } from './attainment-goals.ts'

/** Outcomes of one contract, customer, severity and metric in one month. */
export interface OutcomeCount extends Record<Outcome, number> {
  readonly policyId: string
  readonly customer: string | null
  readonly severity: string | null
  readonly metric: string
  readonly month: string
}

/** What became of one goal of one contract with one customer in one month. */
export interface GoalCount {
  readonly policyId: string
  readonly customer: string | null
  readonly metric: string
  readonly name: string
  readonly month: string
  /** 0..1 */
  readonly requiredShare: number
  kept: number
  missed: number
}

/** What of a ticket its outcomes are counted under: as it stands at the end, since that is what was agreed on. */
export interface CountedTicket {
  readonly policyId: string
  readonly customer: string | null
  readonly severity: string | null
}

/** Counts tickets one after the other; it grows with what is told apart, not with tickets. */
export interface AttainmentTally {
  /** Says whether anything of the ticket was decided in the span. */
  add(ticket: CountedTicket, outcomes: TicketOutcomes): boolean
  /** By contract, customer, severity, metric and month. */
  counts(): OutcomeCount[]
  /** By contract, customer, goal and month. */
  goalCounts(): GoalCount[]
}

export function createAttainmentTally(span: MonthSpan): AttainmentTally {
  const counts = new Map<string, OutcomeCount>()
  const goalCounts = new Map<string, GoalCount>()

  function countOf(ticket: CountedTicket, metric: string, month: string): OutcomeCount {
    const { policyId, customer, severity } = ticket
    const key = keyOf(policyId, customer, severity, metric, month)
    const held = counts.get(key)
    if (held !== undefined) return held
    const made = { policyId, customer, severity, metric, month, met: 0, breached: 0, excluded: 0 }
    counts.set(key, made)
    return made
  }

  function goalCountOf(ticket: CountedTicket, { goal }: GoalOutcome, month: string): GoalCount {
    const { policyId, customer } = ticket
    const { name, metric, share: requiredShare } = goal
    const key = keyOf(policyId, customer, name, metric, month)
    const held = goalCounts.get(key)
    if (held !== undefined) return held
    const made = { policyId, customer, metric, name, month, requiredShare, kept: 0, missed: 0 }
    goalCounts.set(key, made)
    return made
  }

  return {
    add(ticket, { clocks, goals }) {
      let counted = false
      for (const { metric, outcome, at } of clocks) {
        const month = monthAt(span, at)
        if (month === null) continue
        countOf(ticket, metric, month)[outcome] += 1
        counted = true
      }
      for (const outcome of goals) {
        const month = monthAt(span, outcome.at)
        if (month === null) continue
        goalCountOf(ticket, outcome, month)[outcome.kept ? 'kept' : 'missed'] += 1
        counted = true
      }
      return counted
    },
    counts: () => inOrder(counts),
    goalCounts: () => inOrder(goalCounts),
  }
}

/** As JSON, so that no two customers or goals, which are any text, run together; what has no name comes last. */
function keyOf(...parts: (string | null)[]): string {
  return JSON.stringify(parts)
}

/** The order of the keys is the same wherever tickets came from and in whatever order. */
function inOrder<Count>(counts: ReadonlyMap<string, Count>): Count[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}
