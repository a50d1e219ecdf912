import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from '../app/describe-error.ts'
import { ErrorNote } from './error-note.tsx'

/** What an operation of the contract failed with, in one sentence; nothing while there is no error. */
export function FailureNote({ error, actions }: { error: unknown; actions?: ReactNode }) {
  const { t } = useTranslation('app')
  if (error === null || error === undefined) return null
  return <ErrorNote actions={actions}>{describeError(error, t)}</ErrorNote>
}
