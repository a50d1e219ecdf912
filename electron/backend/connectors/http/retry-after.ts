/**
 * How long the answer asks us to wait, in ms: Retry-After in seconds or as an HTTP date. A date is compared with the
 * server's own Date where it sent one, so that a wrong clock on either side changes nothing. Null without one.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, receivedAt: number): number | null {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return null
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER)
  const until = parseHttpDate(value)
  if (until === null) return null
  const theirNow = parseHttpDate(headers['date']) ?? receivedAt
  return Math.max(0, until - theirNow)
}

/** UTC ms of an HTTP date such as "Sun, 22 Nov 2026 08:49:37 GMT"; null for anything else. */
export function parseHttpDate(value: string | undefined): number | null {
  // Date.parse alone would take wall times and half dates for local time.
  if (value === undefined || !/^[A-Za-z]{3,9}, ?.* GMT$/.test(value.trim())) return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}
