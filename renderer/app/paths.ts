/** Addresses inside the page, after the `#`. Written here and nowhere else. */
export const paths = {
  board: '/board',
  analysis: '/analysis',
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

/** First word of the addresses that belong to a ticket; no analysis has it for an id. */
const TICKET = 'ticket'

/** What may be in front beside the findings. */
export const ANALYSIS_PARTS = ['examples', 'report', 'history'] as const
export type AnalysisPart = (typeof ANALYSIS_PARTS)[number]

/** What the analysis screen shows: an analysis that was kept, or a new one, for a ticket or for none. */
export interface AnalysisPlace {
  readonly analysisId: string | null
  readonly part: AnalysisPart | null
  readonly ticketId: string | null
}

/** Address of an analysis that was kept. */
export function analysisPath(analysisId: string, part?: AnalysisPart): string {
  const analysis = `${paths.analysis}/${encodeURIComponent(analysisId)}`
  return part === undefined ? analysis : `${analysis}/${part}`
}

/** Address of the analysis screen where what is made belongs to a ticket. */
export function ticketAnalysisPath(ticketId: string): string {
  return `${paths.analysis}/${TICKET}/${encodeURIComponent(ticketId)}`
}

/** What an address of the analysis screen asks for; nothing in particular for one that cannot be read. */
export function analysisPlace(path: string): AnalysisPlace {
  const nothing = { analysisId: null, part: null, ticketId: null }
  if (!path.startsWith(`${paths.analysis}/`)) return nothing
  const [first = '', second = ''] = path.slice(paths.analysis.length + 1).split('/')
  try {
    if (first === TICKET) return { ...nothing, ticketId: decodeURIComponent(second) || null }
    const part = ANALYSIS_PARTS.find((known) => known === second) ?? null
    return { analysisId: decodeURIComponent(first) || null, part, ticketId: null }
  } catch {
    return nothing
  }
}
