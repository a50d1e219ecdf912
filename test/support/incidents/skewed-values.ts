import type { Chance } from './chance.ts'

/** Draws values 1 to `size`, the first most often: the chance of the n-th is as 1 / n^exponent (Zipf). */
export function skewedValues(size: number, exponent: number): (chance: Chance) => number {
  const weights = Array.from({ length: size }, (_, index) => (index + 1) ** -exponent)
  return weightedValues(weights)
}

/** Draws values 1 to the number of weights; one look-up per draw (alias method, Walker 1977). */
function weightedValues(weights: readonly number[]): (chance: Chance) => number {
  const size = weights.length
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const keep = Float64Array.from(weights, (weight) => (weight * size) / sum)
  const other = Uint32Array.from(weights, (_, index) => index)
  const small: number[] = []
  const large: number[] = []
  keep.forEach((weight, index) => (weight < 1 ? small : large).push(index))
  while (small.length > 0 && large.length > 0) {
    const lesser = small.pop() ?? 0
    const greater = large.at(-1) ?? 0
    other[lesser] = greater
    const left = (keep[greater] ?? 0) + (keep[lesser] ?? 0) - 1
    keep[greater] = left
    if (left < 1) {
      large.pop()
      small.push(greater)
    }
  }
  return (chance) => {
    const drawn = chance.share() * size
    const index = Math.floor(drawn)
    const value = drawn - index < (keep[index] ?? 1) ? index : (other[index] ?? 0)
    return value + 1
  }
}
