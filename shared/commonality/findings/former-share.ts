import type { Tally } from '../search-result.ts'
import { oneSidedTest } from '../statistics/association-test.ts'
import { fourfoldOf } from '../statistics/fourfold.ts'
import { oddsRatio, REACH_OF_95 } from '../statistics/ratio.ts'
import { fewerThanShare, lowerShare } from '../statistics/share-bounds.ts'

/** Records of the analysis in which the finding was made. */
export interface RecordsBefore {
  readonly inside: Tally
  readonly outside: Tally
  /** Whether these are all records there were; false where failing and working ones were picked. */
  readonly totalsKnown: boolean
}

/** How often records of a signature failed before, 0..1, and whether fresh ones surely fail less often (5 %). */
export interface FormerShare {
  readonly share: number
  readonly isLessIn: (fresh: Tally) => boolean
}

/** Chance put up with of calling the same share less. */
export const ALPHA = 0.05

/** Standard normal quantile of 1 - ALPHA / 4. */
const REACH_OF_QUARTER = 2.241402727604947

export function formerShare(before: RecordsBefore, others: Tally): FormerShare {
  return before.totalsKnown ? measured(before.inside) : inferred(before, others)
}

/** All records were there: the two samples are compared as they are. */
function measured(inside: Tally): FormerShare {
  return {
    share: inside.total === 0 ? 0 : inside.failed / inside.total,
    isLessIn: (fresh) => oneSidedTest('fewer', fourfoldOf(fresh, sum(fresh, inside))).p <= ALPHA,
  }
}

/**
 * The sides were picked, so their sizes say nothing of how often anything failed; but the odds ratio holds whatever was
 * picked. With it, and with how often the other fresh records fail, goes how often those of the signature would fail,
 * had nothing changed. Of the chance of error a quarter goes to either bound and half to the comparison.
 * Where no other fresh record fails this bound is 0, and no sample is less than that.
 */
function inferred({ inside, outside }: RecordsBefore, others: Tally): FormerShare {
  const { value, low, high } = oddsRatio(fourfoldOf(inside, sum(inside, outside)))
  if (value === null || low === null || high === null) return { share: 0, isLessIn: () => false }
  const leastRatio = value * Math.exp(-(REACH_OF_QUARTER / (2 * REACH_OF_95)) * Math.log(high / low))
  const least = shareOfOdds(leastRatio * oddsOf(lowerShare(others, ALPHA / 4)))
  const background = (others.failed + 0.5) / (others.total + 1)
  return {
    share: shareOfOdds(value * oddsOf(background)),
    isLessIn: (fresh) => fewerThanShare(fresh, least) <= ALPHA / 2,
  }
}

function sum(a: Tally, b: Tally): Tally {
  return { failed: a.failed + b.failed, total: a.total + b.total }
}

function oddsOf(share: number): number {
  return share / (1 - share)
}

function shareOfOdds(odds: number): number {
  return odds === Infinity ? 1 : odds / (1 + odds)
}
