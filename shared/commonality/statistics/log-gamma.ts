/** From here on the series of Stirling, cut after five terms, is right to fifteen digits. */
const STIRLING_FROM = 12

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`The gamma function is used above 0, not at ${x}.`)
  let shifted = x
  let product = 1
  for (; shifted < STIRLING_FROM; shifted += 1) product *= shifted
  return stirling(shifted) - Math.log(product)
}

function stirling(x: number): number {
  const inverse = 1 / x
  const square = inverse * inverse
  const tail =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + tail
}
