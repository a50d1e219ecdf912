import { createHash } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chances of the demo world. The same seed and label give the same answers, in whatever order places are visited. */
export interface DemoRandom {
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  between(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
}

/** Chances for one place in the world, e.g. seed 7, "tickets", hour 492100. */
export function demoRandom(seed: number, ...place: (string | number)[]): DemoRandom {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...place]))
    .digest()
  const generator = xoroshiro128plus(digest.readInt32LE(0))

  function whole(low: number, high: number): number {
    return uniformInt(generator, low, high)
  }
  function between(low: number, high: number): number {
    return low + uniformFloat64(generator) * (high - low)
  }
  return {
    whole,
    between,
    chance: (share) => uniformFloat64(generator) < share,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
  }
}
