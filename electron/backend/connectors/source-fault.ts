import type { FaultCode } from '../../../shared/records/source.ts'

/**
 * A source could not be read. Thrown by connectors and the HTTP client; sync turns it into the source's health.
 * `detail` is one short English clause without secrets; `retryAfterMs` is what the source asked us to wait.
 */
export class SourceFault extends Error {
  readonly code: FaultCode
  readonly detail: string
  readonly retryAfterMs: number | null

  constructor(
    code: FaultCode,
    detail: string,
    options: { retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause })
    this.name = 'SourceFault'
    this.code = code
    this.detail = detail
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}
