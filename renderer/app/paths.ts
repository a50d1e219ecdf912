/** Addresses inside the page, after the `#`. Written here and nowhere else. */
export const paths = {
  board: '/board',
  status: '/status',
  sources: '/sources',
  settings: '/settings',
  workshop: '/workshop',
  attainment: '/attainment',
  wall: '/wall',
  firstRun: '/first-run',
} as const

const TICKET_PREFIX = '/board/ticket/'

/** What the drawer shows: a ticket, and one of its clocks whose ledger is asked for. */
export interface TicketPlace {
  readonly ticketId: string
  readonly clockId: string | null
}

/** Address of a ticket's drawer over the board. Ids hold colons, slashes and whatever a source calls its tickets. */
export function ticketPath(ticketId: string, clockId?: string): string {
  const ticket = `${TICKET_PREFIX}${encodeURIComponent(ticketId)}`
  return clockId === undefined ? ticket : `${ticket}/${encodeURIComponent(clockId)}`
}

/** The ticket an address opens; null for any other address and for one that cannot be read. */
export function ticketPlace(path: string): TicketPlace | null {
  if (!path.startsWith(TICKET_PREFIX)) return null
  const [ticket = '', clock = ''] = path.slice(TICKET_PREFIX.length).split('/')
  try {
    const ticketId = decodeURIComponent(ticket)
    return ticketId === '' ? null : { ticketId, clockId: decodeURIComponent(clock) || null }
  } catch {
    return null
  }
}
