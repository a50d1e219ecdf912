import type { Finding } from '../../records/analysis.ts'
import { fourfoldOf } from '../statistics/fourfold.ts'
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

/**
 * By the odds ratio, because it is the same however many records of each side were picked, and measured against the rest
 * of its own window, so that a day on which everything fails more often makes nothing new. With 95 % intervals:
 * - surely stronger now: `worse` if it was surely there before (above 1, and at least 1.5 as it looks), else `new`;
 * - not one record inside before, though there were others: `new`;
 * - not surely stronger now: `chronic` if it was surely there before, else too few records to tell.
 * `dispersion` is the scatter between rows beyond chance.
 */
export function trendOf(now: PartTally, before: PartTally, dispersion = 1): Trend {
  const ratios = { now: oddsOf(now, dispersion), before: oddsOf(before, dispersion) }
  const change = changeOf(ratios.now, ratios.before)
  const isFirstSeen = before.inside.total === 0 && before.outside.total > 0
  return { ...ratios, change, trend: isFirstSeen ? 'new' : judge(ratios.before, change) }
}

function judge(before: Ratio, change: Ratio): Trend['trend'] {
  if (change.low === null) return null
  const wasThere = (before.low ?? 0) > 1 && (before.value ?? 0) >= LEAST_RATIO
  if (change.low > 1) return wasThere ? 'worse' : 'new'
  return wasThere ? 'chronic' : null
}

function oddsOf({ inside, outside }: PartTally, dispersion: number): Ratio {
  const whole = { failed: inside.failed + outside.failed, total: inside.total + outside.total }
  return oddsRatio(fourfoldOf(inside, whole), dispersion)
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
