import type { Tally } from '../search-result.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/**
 * One-sided bounds of Clopper and Pearson for a failing share, 0..1: the true share is above the upper, or below the
 * lower one, in at most `alpha` of samples. Without records nothing is known: 1 and 0. Counts may be weighted.
 */
export function upperShare({ failed, total }: Tally, alpha: number): number {
  const working = total - failed
  if (working <= 0) return 1
  return shareWhere((share) => 1 - incompleteBeta(share, failed + 1, working) <= alpha)
}

export function lowerShare({ failed, total }: Tally, alpha: number): number {
  const working = total - failed
  if (failed <= 0) return 0
  return shareWhere((share) => incompleteBeta(share, failed, working + 1) > alpha)
}

/** How likely so few failing records, or fewer, are where each fails with probability `share`. */
export function fewerThanShare({ failed, total }: Tally, share: number): number {
  const working = total - failed
  if (working <= 0) return 1
  return 1 - incompleteBeta(share, failed + 1, working)
}

/** Bisection to the last digit: the least share at which the condition holds, as it does above and nowhere below. */
function shareWhere(holds: (share: number) => boolean): number {
  let low = 0
  let high = 1
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (holds(middle)) high = middle
    else low = middle
  }
}
