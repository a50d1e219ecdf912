import { Link } from 'wouter'
import { useLive } from '../app/client.tsx'
import { ticketPath } from '../app/paths.ts'

/** The number of a case, leading to it. A case that is not open is named by its id. */
export function CaseLink({ ticketId }: { ticketId: string }) {
  const row = useLive('board').byKey.get(ticketId)
  return (
    <Link href={ticketPath(ticketId)} title={row?.subject ?? ticketId}>
      {row?.caseNumber ?? ticketId}
    </Link>
  )
}
