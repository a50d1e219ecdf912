import type { Reason } from '../records/clock.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import type { LedgerInput } from './clock-ledger.ts'
import { eventPhrase } from './event-phrase.ts'
import { historyOf } from './history.ts'

/** More events than these say nothing further about what is wrong. */
const MOST_NAMED = 5

/** For a clock that cannot be computed: the events and figures that contradict each other. */
export function explainContradiction(input: LedgerInput): Reason[] {
  const { policy, ticket, clock, now } = input
  const { events, startedAt } = historyOf(ticket, input.events, now)
  switch (clock.reason.key) {
    case 'reason.eventInFuture': {
      const latest = Number(clock.reason.values.at)
      return [...named(events.filter(({ at }) => at === latest)), said('now', { now })]
    }
    case 'reason.eventBeforeCreation':
      return named(events.filter(({ at }) => at < startedAt))
    case 'reason.statusUnexplained': {
      const told = events.findLast(({ kind }) => kind === 'status')
      return told === undefined ? [said('noStatusEvent', {})] : named([told])
    }
    case 'reason.unknownSeverity': {
      const known = [...(policy?.severityRanks.keys() ?? [])].join(', ')
      return [said('knownSeverities', { known })]
    }
  }
  return []
}

function named(events: readonly TicketEvent[]): Reason[] {
  return events
    .slice(0, MOST_NAMED)
    .map((event) => said('event', { id: event.externalId, at: event.at, event: eventPhrase(event) }))
}

function said(what: string, values: Reason['values']): Reason {
  return { key: `explain.contradiction.${what}`, values }
}
