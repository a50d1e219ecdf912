import type { CellConjunction, CellLiteral } from './problem.ts'
import type { Remaining } from './remaining.ts'

/** Of fewer values nobody can say how much they differ every day. */
const LEAST_VALUES = 5
/** Failing, and working, records to be expected of a value for its own share to be known well enough. */
const LEAST_EXPECTED = 4
/** Standard deviations of everyday differences that a cause must stand out by. */
const LIMIT = 3
/** Chance differs too: how much of it is taken off, beyond what it is on average, falls with the number of values. */
const NOISE_MARGIN = 6
/** From the median of absolute differences to the standard deviation of a normal distribution. */
const MEDIAN_TO_DEVIATION = 1.4826

export interface EverydayVariation {
  /**
   * Whether a description fails more than values differ among themselves anyway, in that of its columns where they differ
   * most. Where each carrier has a failing share of its own, one that is twice the others' is nothing new, however many
   * records prove it. Columns that it does not name say nothing here: their values may differ because of this very cause,
   * as cities do where a province fails, or longer prefixes where a shorter one does.
   */
  isExceededBy(conjunction: CellConjunction, failed: number, total: number): boolean
}

/** Of what is left in one round: how much the values of a column differ is reckoned once for each value left out. */
export function createEverydayVariation(remaining: Remaining): EverydayVariation {
  const variances = new Map<string, number>()

  function varianceWithout({ dimension, code }: CellLiteral): number {
    const key = `${dimension} ${code}`
    const known = variances.get(key)
    if (known !== undefined) return known
    const variance = varianceAmong(remaining, dimension, code)
    variances.set(key, variance)
    return variance
  }

  return {
    isExceededBy(conjunction, failed, total) {
      const variance = Math.max(...conjunction.map(varianceWithout))
      const difference = logOdds(failed, total) - logOdds(remaining.failed - failed, remaining.total - total)
      return difference >= LIMIT * Math.sqrt(variance)
    },
  }
}

/** Variance of the logarithm of the odds of failing among a dimension's values but one, less what chance adds. */
function varianceAmong(remaining: Remaining, dimension: number, except: number): number {
  const failedOf = remaining.failedOf[dimension] ?? new Float64Array()
  const totalOf = remaining.totalOf[dimension] ?? new Float64Array()
  const share = remaining.failed / remaining.total
  const logs: number[] = []
  const noise: number[] = []
  for (let code = 1; code < failedOf.length; code++) {
    const failed = failedOf[code] ?? 0
    const total = totalOf[code] ?? 0
    if (code === except || Math.min(share, 1 - share) * total < LEAST_EXPECTED) continue
    logs.push(logOdds(failed, total))
    noise.push(1 / (failed + 0.5) + 1 / (total - failed + 0.5))
  }
  if (logs.length < LEAST_VALUES) return 0
  const middle = median(logs)
  const deviation = MEDIAN_TO_DEVIATION * median(logs.map((log) => Math.abs(log - middle)))
  return Math.max(0, deviation ** 2 - median(noise) * (1 + NOISE_MARGIN / Math.sqrt(logs.length)))
}

/** A half is added to both sides, so that none of a few is not infinitely little. */
function logOdds(failed: number, total: number): number {
  return Math.log((failed + 0.5) / (total - failed + 0.5))
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2
}
