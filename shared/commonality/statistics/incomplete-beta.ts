import { logGamma } from './log-gamma.ts'

/** Regularised incomplete beta function I_x(a, b) for a, b > 0: the tails of the binomial distribution follow from it. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges quickly only below the mean; above it the other tail is computed.
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerPart(1 - x, b, a)
  return lowerPart(x, a, b)
}

function lowerPart(x: number, a: number, b: number): number {
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return (Math.exp(logFront) * continuedFraction(x, a, b)) / a
}

/** The continued fraction of the function (Abramowitz and Stegun 26.5.8) by Lentz's method, forward. */
function continuedFraction(x: number, a: number, b: number): number {
  let numerator = 1
  let denominator = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = denominator
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    denominator = 1 / away(1 + even * denominator)
    numerator = away(1 + even / numerator)
    fraction *= denominator * numerator
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    denominator = 1 / away(1 + odd * denominator)
    numerator = away(1 + odd / numerator)
    const step = denominator * numerator
    fraction *= step
    if (Math.abs(step - 1) < 1e-15) break
  }
  return fraction
}

/** Lentz's method divides by what may come out as 0. */
function away(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
