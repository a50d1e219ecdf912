/** Addresses inside the page, after the `#`. Written here and nowhere else. */
export const paths = {
  board: '/board',
  status: '/status',
  sources: '/sources',
  settings: '/settings',
  wall: '/wall',
  firstRun: '/first-run',
} as const

const TICKET_PREFIX = '/board/ticket/'

/** Address of a ticket's drawer over the board. Ticket ids hold colons and whatever a source calls its tickets. */
export function ticketPath(ticketId: string): string {
  return `${TICKET_PREFIX}${encodeURIComponent(ticketId)}`
}

/** The ticket an address opens; null for any other address and for one that cannot be read. */
export function ticketIdOfPath(path: string): string | null {
  if (!path.startsWith(TICKET_PREFIX)) return null
  try {
    return decodeURIComponent(path.slice(TICKET_PREFIX.length)) || null
  } catch {
    return null
  }
}
