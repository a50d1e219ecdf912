import { marginsOf, type Fourfold } from './fourfold.ts'
import { ratioWith, type Ratio } from './ratio.ts'

/** A ratio pooled over strata, and how much of the failing records it rests on. */
export interface PooledRatio extends Ratio {
  /** Failing records in strata that say something, of all failing ones; 0..1. */
  readonly informed: number
}

/**
 * Mantel and Haenszel's share ratio over strata, with the variance of Greenland and Robins (1985): how many times as
 * common the description is among failing records as among working ones of the same stratum.
 *
 * A stratum that lies wholly inside or wholly outside is left out. It has no comparison to offer, but would pull the
 * pooled ratio of shares to 1: of "province N", every city is wholly inside or outside, and that clears no province.
 * Null value where no stratum is left; corrected (half a record in every cell) where one side is nowhere inside.
 */
export function pooledShareRatio(strata: readonly Fourfold[], dispersion = 1): PooledRatio {
  const informative = strata.filter(isInformative)
  const failing = sum(strata, (stratum) => marginsOf(stratum).failing)
  const informed = failing === 0 ? 0 : sum(informative, (stratum) => marginsOf(stratum).failing) / failing
  if (informative.length === 0) return { value: null, low: null, high: null, corrected: false, informed: 0 }
  const up = sum(informative, upward)
  const down = sum(informative, downward)
  if (up > 0 && down > 0) {
    const variance = sum(informative, spread) / (up * down)
    return { ...ratioWith(up / down, variance * dispersion, false), informed }
  }
  // Half a record divided among the strata: whole halves in each would drown what many small strata say.
  const filled = informative.map((stratum) => withShareOfHalf(stratum, informative.length))
  const filledUp = sum(filled, upward)
  const filledDown = sum(filled, downward)
  const variance = sum(filled, spread) / (filledUp * filledDown)
  return { ...ratioWith(filledUp / filledDown, variance * dispersion, true), informed }
}

function isInformative(stratum: Fourfold): boolean {
  const { failing, working, inside, outside } = marginsOf(stratum)
  return failing > 0 && working > 0 && inside > 0 && outside > 0
}

function upward(stratum: Fourfold): number {
  const { working, all } = marginsOf(stratum)
  return (stratum.failingInside * working) / all
}

function downward(stratum: Fourfold): number {
  const { failing, all } = marginsOf(stratum)
  return (stratum.workingInside * failing) / all
}

function spread(stratum: Fourfold): number {
  const { failing, working, inside, all } = marginsOf(stratum)
  return (failing * working * inside - stratum.failingInside * stratum.workingInside * all) / (all * all)
}

function withShareOfHalf(stratum: Fourfold, strata: number): Fourfold {
  const part = 0.5 / strata
  return {
    failingInside: stratum.failingInside + part,
    failingOutside: stratum.failingOutside + part,
    workingInside: stratum.workingInside + part,
    workingOutside: stratum.workingOutside + part,
  }
}

function sum(strata: readonly Fourfold[], term: (stratum: Fourfold) => number): number {
  return strata.reduce((total, stratum) => total + term(stratum), 0)
}
