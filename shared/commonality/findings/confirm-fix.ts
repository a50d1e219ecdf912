import type { FixConfirmation } from '../../records/fix-confirmation.ts'
import type { Tally } from '../search-result.ts'
import { oneSidedTest } from '../statistics/association-test.ts'
import { fourfoldOf } from '../statistics/fourfold.ts'
import { lowerShare, upperShare } from '../statistics/share-bounds.ts'
import { ALPHA, formerShare, type FormerShare, type RecordsBefore } from './former-share.ts'

/** A signature before a fix and after it. */
export interface FixEvidence {
  readonly before: RecordsBefore
  /** Fresh records of the signature. */
  readonly after: Tally
  /** Fresh records outside it: how many fail anyway. */
  readonly others: Tally
  /** Scatter between rows beyond chance, as the search found it; 1 unless told. */
  readonly dispersion?: number
}

export interface FixResult {
  readonly verdict: FixConfirmation['verdict']
  /** Records of the signature without failure still needed to call it gone; null unless `too-few`, or if none would do. */
  readonly needed: number | null
}

/** A tenth of what it was: no sample shows that nothing at all is left. */
const REMAINDER = 0.1

/** More records than anybody will collect. */
const MOST_NEEDED = 10_000_000

/**
 * Whether a fix holds, each comparison one-sided at 5 %. `ceiling` is the failing share of the others (its lower bound),
 * or a tenth of the former share of the signature if that is more.
 *
 * - gone: fails less often than before, and not more often than the others, and the upper bound of its share is not
 *   above the ceiling. Called so in at most 5 % of samples where nothing has changed, since it would have to seem less.
 * - reduced: fails less often than before, and still more often than the others.
 * - unchanged: does not fail less often, and the lower bound of its share is above the ceiling.
 * - too-few: anything else. The sample allows both, and says how many more records without failure would make it gone.
 */
export function confirmFix(evidence: FixEvidence): FixResult {
  const { before, after, others } = withoutScatter(evidence)
  const former = formerShare(before, others)
  const isLess = former.isLessIn(after)
  if (isLess && isCleared(former, after, others)) return { verdict: 'gone', needed: null }
  if (isLess && isMoreThan(others, after)) return { verdict: 'reduced', needed: null }
  if (!isLess && lowerShare(after, ALPHA) > ceilingOf(former, others))
    return { verdict: 'unchanged', needed: null }
  const needed = neededFor(former, after, others)
  return {
    verdict: 'too-few',
    needed: needed === null ? null : Math.ceil(needed * (evidence.dispersion ?? 1)),
  }
}

/** Rows that scatter d times as much as chance say as much as a d-th of their records. */
function withoutScatter({ before, after, others, dispersion = 1 }: FixEvidence): FixEvidence {
  const scaled = ({ failed, total }: Tally) => ({ failed: failed / dispersion, total: total / dispersion })
  const { inside, outside, totalsKnown } = before
  return {
    before: { inside: scaled(inside), outside: scaled(outside), totalsKnown },
    after: scaled(after),
    others: scaled(others),
  }
}

function ceilingOf(former: FormerShare, others: Tally): number {
  return Math.max(lowerShare(others, ALPHA), REMAINDER * former.share)
}

function isCleared(former: FormerShare, after: Tally, others: Tally): boolean {
  return upperShare(after, ALPHA) <= ceilingOf(former, others) && !isMoreThan(others, after)
}

function isMoreThan(others: Tally, after: Tally): boolean {
  const whole = { failed: after.failed + others.failed, total: after.total + others.total }
  return oneSidedTest('more', fourfoldOf(after, whole)).p <= ALPHA
}

/** The least number, by doubling and bisection: every condition is the better met the more records do not fail. */
function neededFor(former: FormerShare, after: Tally, others: Tally): number | null {
  const isGone = (more: number) => {
    const then = { failed: after.failed, total: after.total + more }
    return former.isLessIn(then) && isCleared(former, then, others)
  }
  let enough = 1
  while (!isGone(enough)) {
    enough *= 2
    if (enough > MOST_NEEDED) return null
  }
  let tooFew = Math.floor(enough / 2)
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isGone(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}
