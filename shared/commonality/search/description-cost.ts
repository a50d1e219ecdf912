/**
 * What it costs to name a description: the logarithm of how many there are to choose from, so that what is found among
 * a million is asked for a million times better evidence. A value is cheap to name
 * where it tells many records from many others; one that few carry, or nearly all, is dear. A tenth is shared out
 * evenly so that any can be named.
 */
export function literalCost(dimensions: number, share: number, cardinality: number): number {
  return Math.log(dimensions) - Math.log(0.9 * share * (1 - share) + 0.1 / cardinality)
}

/** `alpha` is the chance of a false finding that is put up with. */
export function conjunctionCost(literalCosts: readonly number[], alpha: number): number {
  let cost = -Math.log(alpha)
  literalCosts.forEach((literal, place) => (cost += literal - orderDiscount(place + 1)))
  return cost
}

/**
 * What the value that makes it `order` of them costs less than it would by itself: their order does not matter, but each
 * further value makes a cause half as likely.
 */
export function orderDiscount(order: number): number {
  return order < 2 ? 0 : Math.log(order / 2)
}
