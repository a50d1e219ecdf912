import type { FaultCode } from '../../../shared/records/source.ts'

const FIRST_BACK_OFF_MS = 10_000
const LONGEST_BACK_OFF_MS = 15 * 60_000
/** Even a lucky draw leaves the source this long. */
const SHORTEST_BACK_OFF_MS = 1_000
/** A person must act; asking more often may only lock the account. */
const MISCONFIGURED_RETRY_MS = 5 * 60_000
/** A source may ask for a longer pause than we would take, but not to be forgotten. */
const LONGEST_ASKED_WAIT_MS = 24 * 3_600_000

const MISCONFIGURED: readonly FaultCode[] = ['signed-out', 'forbidden', 'misconfigured']

/** Faults that waiting does not mend: settings or rights must change. */
export function isMisconfigured(code: FaultCode): boolean {
  return MISCONFIGURED.includes(code)
}

/** What we grant of the wait a source asked for with Retry-After. */
export function askedWaitMs(retryAfterMs: number): number {
  return Math.min(retryAfterMs, LONGEST_ASKED_WAIT_MS)
}

/**
 * Milliseconds to wait after the `failures`-th failure in a row: exponential with full jitter, so that many readers
 * of a recovering source do not come at once
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). `random` gives [0, 1).
 */
export function backOffMs(
  fault: { code: FaultCode; retryAfterMs: number | null },
  failures: number,
  random: () => number,
): number {
  const asked = askedWaitMs(fault.retryAfterMs ?? 0)
  if (isMisconfigured(fault.code)) return Math.max(asked, MISCONFIGURED_RETRY_MS)
  const ceiling = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(failures - 1, 30))
  const drawn = Math.max(SHORTEST_BACK_OFF_MS, Math.round(random() * ceiling))
  return Math.max(asked, drawn)
}
