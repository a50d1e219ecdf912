import type { FaultCode } from '../../../../shared/records/source.ts'
import { SourceFault } from '../source-fault.ts'
import { retryAfter } from './retry-after.ts'

/** The fault of an HTTP status; null for 2xx and 304. `receivedAt` in UTC ms. */
export function statusFault(
  status: number,
  headers: Readonly<Record<string, string>>,
  url: URL,
  receivedAt: number,
): SourceFault | null {
  const code = faultCodeOf(status)
  if (code === null) return null
  return new SourceFault(code, `HTTP ${status} from ${url.pathname.slice(0, 200)}`, {
    retryAfterMs: retryAfter(headers, receivedAt),
  })
}

function faultCodeOf(status: number): FaultCode | null {
  // We never ask for a part: an answer that is one is not whole.
  if (status === 206) return 'truncated'
  if ((status >= 200 && status < 300) || status === 304) return null
  if (status === 401) return 'signed-out'
  if (status === 403 || status === 407) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 408) return 'timed-out'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'server-error'
  if (status >= 300 && status < 400) return 'redirected-away'
  return 'not-the-expected-source'
}
