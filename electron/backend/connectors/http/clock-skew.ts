import { parseHttpDate } from './retry-after.ts'

/**
 * Theirs minus ours in ms. The Date header counts whole seconds, so their clock stood somewhere in
 * [date, date + 1000) while ours went from `sentAt` to `receivedAt`; where the two spans touch there is no skew to
 * speak of. Null without a readable Date.
 */
export function clockSkew(date: string | undefined, sentAt: number, receivedAt: number): number | null {
  const theirs = parseHttpDate(date)
  if (theirs === null) return null
  if (theirs > receivedAt) return theirs - receivedAt
  if (theirs + 1000 < sentAt) return theirs + 1000 - sentAt
  return 0
}
