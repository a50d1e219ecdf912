import type { ReactNode } from 'react'
import { refusalOf } from '../app/describe-error.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

/**
 * What an operation on records failed with. A refusal's reason is a whole sentence with the place in file or condition;
 * the name of the input field it came by tells nobody anything.
 */
export function RefusalNote({ error, actions }: { error: unknown; actions?: ReactNode }) {
  const refusal = refusalOf(error)
  if (refusal === null) return <FailureNote error={error} actions={actions} />
  return <ErrorNote actions={actions}>{refusal.reason}</ErrorNote>
}
