import { exportClocks, type ExportParts } from '../evidence/export-clocks.ts'
import type { TicketClocks } from '../sla/ticket-clocks.ts'
import type { TicketStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

export interface TicketParts extends ExportParts {
  readonly tickets: TicketStore
  readonly clocks: TicketClocks
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

    exportClocks: subject.exportClocks.handler(({ input, errors }) => {
      const held = tickets.get(input.ticketId)
      if (held === null) throw errors.NOT_FOUND()
      return exportClocks(parts, held, input.format, now())
    }),

    search: subject.search.handler(({ input }) => tickets.search(input.words, input.limit)),
  } satisfies Partial<MeridianRouter['tickets']>
}
