import { useDeferredValue } from 'react'
import { useLocation } from 'wouter'
import { useClient } from './client.tsx'
import type { Command } from './commands.ts'
import { ticketPath } from './paths.ts'
import { useQuery } from './use-query.ts'

const LIMIT = 20

/** Tickets, open and settled, that hold the words typed into the palette; none below two letters. */
export function useTicketSearch(words: string): readonly Command[] {
  const client = useClient()
  const [, navigate] = useLocation()
  const wanted = useDeferredValue(words.trim())
  const query = useQuery(wanted.length < 2 ? null : `search ${wanted}`, (signal) =>
    client.tickets.search({ words: wanted, limit: LIMIT }, { signal }),
  )
  return (query.data ?? []).map((hit) => ({
    id: `ticket ${hit.ticketId}`,
    label: hit.caseNumber,
    detail: hit.subject,
    run: () => navigate(ticketPath(hit.ticketId)),
  }))
}
