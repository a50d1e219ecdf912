import * as z from 'zod'
import type { Connector, TicketConnector } from '../../../electron/backend/connectors/connector.ts'
import { madePage, madeReply, madeTicket, MONDAY } from '../store/made-pages.ts'

/** Changes read again before the cursor, as every connector does; it makes each run repeat some events. */
const OVERLAP = 30

const answerSchema = z.object({
  changes: z.array(z.object({ number: z.int(), ticket: z.int() })),
  more: z.boolean(),
})

const changingDesk: TicketConnector<{ address: string }> = {
  kind: 'changing-desk',
  label: 'Changing desk',
  role: 'tickets',
  configSchema: z.object({ address: z.string() }),
  fields: [],
  async *pull({ config, http, signal }, cursor) {
    const held = Number(cursor?.['number'] ?? 0)
    let at = Math.max(0, held - OVERLAP)
    for (let more = true; more;) {
      const answer = await http.request({ url: `${config.address}/changes?after=${at}`, signal })
      const page = answerSchema.parse(JSON.parse(Buffer.from(answer.body).toString()))
      more = page.more
      at += page.changes.length
      const entries = page.changes.map(({ number, ticket }) => ({
        ticket: madeTicket(String(ticket), { subject: `Change ${number}`, updatedAt: MONDAY + number }),
        events: [madeReply(String(number), `Reply ${number} `.repeat(50), MONDAY + number)],
      }))
      // What is read again does not take the cursor back.
      yield madePage(entries, { cursor: { number: Math.max(at, held) }, progress: { done: at, total: null } })
    }
  },
  preview: () => Promise.reject(new Error('Not asked for.')),
}

export const connectors: ReadonlyMap<string, Connector> = new Map([[changingDesk.kind, changingDesk]])
