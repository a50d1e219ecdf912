/** Of what the history is shown. */
export type HistoryScope = 'records' | 'ticket' | 'all'

interface Context {
  readonly recordSetId: string | null
  readonly ticketId: string | null
}

/** What can be chosen, the nearest first: a case is why somebody is here at all. */
export function scopesOf({ recordSetId, ticketId }: Context): readonly HistoryScope[] {
  const ticket: HistoryScope[] = ticketId === null ? [] : ['ticket']
  const records: HistoryScope[] = recordSetId === null ? [] : ['records']
  return [...ticket, ...records, 'all']
}

/** The filter of `analyses.list`. */
export function filterOf(scope: HistoryScope, { recordSetId, ticketId }: Context) {
  if (scope === 'ticket' && ticketId !== null) return { ticketId }
  return scope === 'records' && recordSetId !== null ? { recordSetId } : {}
}
