import { createHash } from 'node:crypto'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chances of one labelled case: the same seed and place give the same answers. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  share(): number
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  between(low: number, high: number): number
  /** Between two positive numbers, evenly on a logarithmic scale. */
  logBetween(low: number, high: number): number
  normal(): number
  /** Gamma with scale 1. */
  gamma(shape: number): number
  beta(a: number, b: number): number
  /** Successes of `trials`; beyond 50 expected on both sides a rounded normal stands for the binomial. */
  binomial(trials: number, rate: number): number
  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T
  /** A new list in another order. */
  shuffled<T>(from: readonly T[]): T[]
  /** `count` different ones of a list, all of them where it has fewer, in the order in which they were drawn. */
  sample<T>(from: readonly T[], count: number): T[]
}

export function chanceOf(seed: number, ...place: (string | number)[]): Chance {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...place]))
    .digest()
  const generator = xoroshiro128plus(digest.readInt32LE(0))

  function share(): number {
    return (generator.next() >>> 0) / 2 ** 32
  }
  function whole(low: number, high: number): number {
    return low + Math.floor(share() * (high - low + 1))
  }
  function between(low: number, high: number): number {
    return low + share() * (high - low)
  }
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
  }
  // Marsaglia and Tsang, 2000; below shape 1 by the power of a uniform.
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - share()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - share()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  function beta(a: number, b: number): number {
    const x = gamma(a)
    return x / (x + gamma(b))
  }
  function binomial(trials: number, rate: number): number {
    if (rate <= 0 || trials <= 0) return 0
    if (rate >= 1) return trials
    if (rate > 0.5) return trials - binomial(trials, 1 - rate)
    if (trials * rate > 50) {
      const drawn = Math.round(trials * rate + Math.sqrt(trials * rate * (1 - rate)) * normal())
      return Math.min(trials, Math.max(0, drawn))
    }
    // From success to success: the gaps are geometric.
    const logMiss = Math.log1p(-rate)
    let successes = 0
    let at = Math.floor(Math.log(1 - share()) / logMiss)
    while (at < trials) {
      successes += 1
      at += 1 + Math.floor(Math.log(1 - share()) / logMiss)
    }
    return successes
  }
  function sample<T>(from: readonly T[], count: number): T[] {
    const left = [...from]
    const drawn: T[] = []
    while (drawn.length < count && left.length > 0) {
      const index = whole(0, left.length - 1)
      const last = left.pop()
      const one = left[index] ?? last
      if (one === undefined || last === undefined) break
      if (index < left.length) left[index] = last
      drawn.push(one)
    }
    return drawn
  }
  function pick<T>(from: readonly T[]): T {
    const one = from[whole(0, from.length - 1)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return {
    share,
    whole,
    between,
    logBetween: (low, high) => Math.exp(between(Math.log(low), Math.log(high))),
    normal,
    gamma,
    beta,
    binomial,
    pick,
    shuffled: (from) => sample(from, from.length),
    sample,
  }
}
