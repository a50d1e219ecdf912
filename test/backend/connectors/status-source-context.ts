import { createHttpClient } from '../../../electron/backend/connectors/http/client.ts'
import type { RunContext } from '../../../electron/backend/connectors/connector.ts'
import type { AddressConfig } from '../../../electron/backend/connectors/status-source.ts'

/** The real HTTP client and a run's context for one address. */
export function createStatusContext(): {
  contextFor(address: string): RunContext<AddressConfig>
  close(): Promise<void>
} {
  const http = createHttpClient({ userAgent: 'Meridian/test', now: Date.now })
  return {
    contextFor: (address) => ({
      config: { address },
      secrets: {},
      http,
      now: Date.now,
      signal: new AbortController().signal,
    }),
    close: () => http.close(),
  }
}
