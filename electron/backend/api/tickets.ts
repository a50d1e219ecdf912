import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import { openEvidenceKey, type EvidenceKeyParts } from '../evidence/evidence-key.ts'
import { exportEvidence, exportLedgers } from '../evidence/export-clocks.ts'
import type { TicketClocks } from '../sla/ticket-clocks.ts'
import type { TicketStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

export interface TicketParts extends EvidenceKeyParts {
  readonly tickets: TicketStore
  readonly clocks: TicketClocks
  readonly publicHolidays: PublicHolidays
  readonly version: string
}

export function implementTickets({ tickets: subject }: Implementation, parts: TicketParts) {
  const { tickets, clocks, now } = parts
  return {
    get: subject.get.handler(({ input, errors }) => {
      const held = tickets.get(input.ticketId)
      if (held === null) throw errors.NOT_FOUND()
      const at = now()
      return { ticket: held.ticket, events: [...held.events], ...clocks.of(held, at), now: at }
    }),

    ledger: subject.ledger.handler(({ input, errors }) => {
      const held = tickets.get(input.ticketId)
      const at = now()
      const ledger = held === null ? null : clocks.ledger(held, input.clockId, at)
      if (ledger === null) throw errors.NOT_FOUND()
      return { ...ledger, now: at }
    }),

    exportClocks: subject.exportClocks.handler(async ({ input, errors }) => {
      const held = tickets.get(input.ticketId)
      if (held === null) throw errors.NOT_FOUND()
      const contract = clocks.contract(held)
      if (contract.unusable !== null) throw errors.REFUSED({ data: refusalOf(contract.unusable) })
      const exported = { held, contract, at: now() }
      if (input.format === 'csv') return exportLedgers(exported)
      return exportEvidence(exported, { ...parts, key: await openEvidenceKey(parts) })
    }),

    search: subject.search.handler(({ input }) => tickets.search(input.words, input.limit)),
  } satisfies Partial<MeridianRouter['tickets']>
}

/** Evidence of clocks that a broken file keeps from being computed would prove nothing. */
function refusalOf(policyId: string): { place: string; reason: string } {
  return {
    place: 'contract',
    reason: `The policy "${policyId}" of this case cannot be used; correct its file first.`,
  }
}
