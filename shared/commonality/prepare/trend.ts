import type { Finding } from '../../records/analysis.ts'
import { associationTest } from '../statistics/association-test.ts'
import { fourfoldOf, type Fourfold } from '../statistics/fourfold.ts'
import { oddsRatio, ratioWith, REACH_OF_95, type Ratio } from '../statistics/ratio.ts'
import type { PartTally } from './covered-rows.ts'

/** How a finding stands against an earlier window with the same meaning of failing. */
export interface Trend {
  /** Null where the records are too few to tell. */
  readonly trend: Finding['trend']
  /** Odds ratio of failing, inside against outside the description, in either window. */
  readonly now: Ratio
  readonly before: Ratio
  /** The one over the other: how many times as strong it is now. */
  readonly change: Ratio
}

/** What is below is no cause (the search goes by the same), so it was not there before either. */
const LEAST_RATIO = 1.5

/** A difference that chance would make less often than this is there for sure. */
const SURE = 0.05

/**
 * By the odds ratio, because it is the same however many records of each side were picked, and measured against the rest
 * of its own window, so that a day on which everything fails more often makes nothing new. It was surely there before if
 * it was at least 1.5 then and the test of that window says so; it is surely stronger if the 95 % interval of the change
 * is above 1.
 * - surely stronger now: `worse` if it was surely there before, else `new`;
 * - not one record inside before, though there were others: `new`;
 * - not surely stronger now: `chronic` if it was surely there before, else too few records to tell.
 * `dispersion` is the scatter between rows beyond chance.
 */
export function trendOf(now: PartTally, before: PartTally, dispersion = 1): Trend {
  const [nowTable, beforeTable] = [tableOf(now), tableOf(before)]
  const ratios = { now: oddsRatio(nowTable, dispersion), before: oddsRatio(beforeTable, dispersion) }
  const change = changeOf(ratios.now, ratios.before)
  const isFirstSeen = before.inside.total === 0 && before.outside.total > 0
  const wasThere =
    (ratios.before.value ?? 0) >= LEAST_RATIO && associationTest(beforeTable, dispersion).p <= SURE
  return { ...ratios, change, trend: isFirstSeen ? 'new' : judge(wasThere, change) }
}

function judge(wasThere: boolean, change: Ratio): Trend['trend'] {
  if (change.low === null) return null
  if (change.low > 1) return wasThere ? 'worse' : 'new'
  return wasThere ? 'chronic' : null
}

function tableOf({ inside, outside }: PartTally): Fourfold {
  return fourfoldOf(inside, { failed: inside.failed + outside.failed, total: inside.total + outside.total })
}

function changeOf(now: Ratio, before: Ratio): Ratio {
  if (now.value === null || before.value === null)
    return { value: null, low: null, high: null, corrected: false }
  const variance = logVariance(now) + logVariance(before)
  return ratioWith(now.value / before.value, variance, now.corrected || before.corrected)
}

function logVariance({ low, high }: Ratio): number {
  return (Math.log((high ?? Infinity) / (low ?? 0)) / (2 * REACH_OF_95)) ** 2
}
