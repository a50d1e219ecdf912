import { ORPCError } from '@orpc/client'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { DisconnectedError } from './transport.ts'

/** One sentence for a person about why an operation failed. */
export function describeError(error: unknown, t: TFunction): string {
  if (error instanceof DisconnectedError) return t('errors.disconnected')
  if (error instanceof DOMException && error.name === 'TimeoutError') return t('errors.timedOut')
  if (!(error instanceof ORPCError)) return t('errors.unexpected')
  if (error.code === 'REFUSED' && isRefusal(error.data)) {
    return t('errors.refused', { place: error.data.place, reason: error.data.reason })
  }
  if (error.code === 'FORBIDDEN') return t('errors.forbidden')
  if (error.code === 'NOT_FOUND') return t('errors.notFound')
  if (error.code === 'BAD_REQUEST') return t('errors.badInput')
  return t('errors.internal')
}

/** `describeError` in the viewer's language, for screens with a catalogue of their own. */
export function useDescribeError(): (error: unknown) => string {
  const { t } = useTranslation('app')
  return (error) => describeError(error, t)
}

/** The field an operation refused and the reason, if that is why it failed. */
export function refusalOf(error: unknown): { place: string; reason: string } | null {
  return error instanceof ORPCError && error.code === 'REFUSED' && isRefusal(error.data) ? error.data : null
}

function isRefusal(data: unknown): data is { place: string; reason: string } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'place' in data &&
    typeof data.place === 'string' &&
    'reason' in data &&
    typeof data.reason === 'string'
  )
}
