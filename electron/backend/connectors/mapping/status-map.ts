import * as z from 'zod'
import { ticketStatus, type TicketStatus } from '../../../../shared/records/ticket.ts'

/** Our status for each status of the source, any case. */
export const statusMap = z.record(z.string().min(1), ticketStatus)
export type StatusMap = z.infer<typeof statusMap>

/**
 * Null where nobody has said what the source's word means. A connector then takes the ticket as open, so that it is
 * never settled by mistake, and lists a refusal.
 */
export function statusOf(value: string, map: StatusMap): TicketStatus | null {
  const wanted = value.trim().toLowerCase()
  const entry = Object.entries(map).find(([key]) => key.trim().toLowerCase() === wanted)
  if (entry !== undefined) return entry[1]
  return ticketStatus.safeParse(wanted).data ?? null
}
