/** Source and external id of a ticket's id; a source's id holds no colon. */
export function ticketKeyOf(ticketId: string): [sourceId: string, externalId: string] {
  const colon = ticketId.indexOf(':')
  return [ticketId.slice(0, Math.max(colon, 0)), ticketId.slice(colon + 1)]
}

/** Row id of a ticket by its two parts, as a subquery with two parameters. */
export const TICKET_ROW = '(SELECT id FROM tickets WHERE source_id = ? AND external_id = ?)'

/** Our id of a ticket, as a column of a query over `tickets`. */
export const TICKET_ID = `tickets.source_id || ':' || tickets.external_id`
