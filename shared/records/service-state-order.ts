import type { ServiceState } from './status-page.ts'

/**
 * Worst last: the order in which a page's states outrank each other. Unknown outranks healthy, nothing else.
 * Apart from the schemas, so that a page can import it.
 */
export const SERVICE_STATE_ORDER: readonly ServiceState[] = [
  'operational',
  'unknown',
  'maintenance',
  'degraded',
  'partial-outage',
  'major-outage',
]
