import type { Tally } from '../search-result.ts'

/**
 * How much better two failing shares, one inside a description and one outside, account for the records than one share
 * for all does: the logarithm of the likelihood ratio. 0 where the share inside is not the higher one.
 */
export function likelihoodGain(inside: Tally, all: Tally): number {
  return gainOf(inside.failed, inside.total, all.failed, all.total)
}

/** The same with bare numbers, for the inner loops of the search. */
export function gainOf(failed: number, total: number, allFailed: number, allTotal: number): number {
  const otherFailed = allFailed - failed
  const otherTotal = allTotal - total
  if (failed * otherTotal <= otherFailed * total) return 0
  const gain =
    timesLog(failed) +
    timesLog(total - failed) -
    timesLog(total) +
    timesLog(otherFailed) +
    timesLog(otherTotal - otherFailed) -
    timesLog(otherTotal) -
    timesLog(allFailed) -
    timesLog(allTotal - allFailed) +
    timesLog(allTotal)
  return gain > 0 ? gain : 0
}

/**
 * What a gain is worth as evidence. Where nothing is shared, the chance of a gain of at least g is close to
 * exp(−g) / √(4πg) (one tail of the normal distribution, at √2g); this is the logarithm of one over that chance.
 */
export function evidenceOf(gain: number): number {
  if (gain <= LEAST_GAIN) return gain
  return gain + 0.5 * Math.log(4 * Math.PI * gain)
}

/** Below it the tail formula, made for what is far out, would say less than nothing. */
const LEAST_GAIN = 1 / (4 * Math.PI)

function timesLog(value: number): number {
  return value > 0 ? value * Math.log(value) : 0
}
