/**
 * What it costs to name a description: the logarithm of how many there are to choose from, so that what is found among
 * a million is asked for a million times better evidence. A value is cheap to name
 * where it tells many records from many others; one that few carry, or nearly all, is dear. A tenth is shared out
 * evenly so that any can be named.
 */
export function literalCost(dimensions: number, share: number, cardinality: number): number {
  return Math.log(dimensions) - Math.log(0.9 * share * (1 - share) + 0.1 / cardinality)
}

/** Order does not matter within a conjunction; `alpha` is the chance of a false finding that is put up with. */
export function conjunctionCost(literalCosts: readonly number[], alpha: number): number {
  let cost = -Math.log(alpha)
  literalCosts.forEach((literal, place) => (cost += literal - Math.log(place + 1)))
  return cost
}
