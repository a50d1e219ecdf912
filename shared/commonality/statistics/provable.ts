import { conjunctionCost, literalCost } from '../search/description-cost.ts'
import { evidenceOf, likelihoodGain } from '../search/likelihood.ts'
import type { Tally } from '../search-result.ts'

/** A sample, and what descriptions are looked for in it. */
export interface ProvableQuestion {
  readonly whole: Tally
  /** How many values each dimension has, the blank not counted. */
  readonly cardinalities: readonly number[]
  /** Dimensions are named at a price; views of one column cannot be combined. */
  readonly columns: number
  readonly alpha: number
  /** Least failing records of a cause, whatever the evidence. */
  readonly leastCover: number
  /** Scatter between rows beyond chance; 1 is none. */
  readonly dispersion: number
}

/** Least failing records that a description must cover to be proven; null where even all of them would not do. */
export interface Provable {
  /** Where no working record is covered. */
  readonly clean: number | null
  /** Where a tenth as many working records are covered too. */
  readonly soiled: number | null
}

const SOILED = 0.1

/**
 * What a sample could prove by a description of `order` attributes: "with 100 against 100, a pair needs 21". By the same
 * gain and cost as the search, for columns as they are on average. A single value is as common as what it covers; of a
 * pair or a triple each value is taken to be as common as those of its column are, or as what they cover if that is
 * more. Rarer values cost more to name and commoner ones less, so for those this is a guide and no border.
 */
export function provableAt(order: number, question: ProvableQuestion): Provable {
  if (order > question.columns) return { clean: null, soiled: null }
  return { clean: leastCovered(order, question, 0), soiled: leastCovered(order, question, SOILED) }
}

/** By bisection: the more is covered, the more is gained and the less it costs to name. */
function leastCovered(order: number, question: ProvableQuestion, workingPerFailing: number): number | null {
  const working = question.whole.total - question.whole.failed
  const most = Math.floor(question.whole.failed)
  const isProven = (failed: number) => {
    if (failed < question.leastCover) return false
    const covered = Math.min(working, failed * workingPerFailing)
    return isProvable(order, question, { failed, total: failed + covered })
  }
  if (!isProven(most)) return null
  let [tooFew, enough] = [0, most]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isProven(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

function isProvable(order: number, question: ProvableQuestion, inside: Tally): boolean {
  const { whole, cardinalities, alpha, dispersion } = question
  const share = whole.total === 0 ? 0 : inside.total / whole.total
  const costs = cardinalities.map((cardinality) => {
    const valueShare = order === 1 ? share : Math.max(share, 1 / cardinality)
    return literalCost(cardinalities.length, valueShare, cardinality)
  })
  const typical = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  const cost = conjunctionCost(
    Array.from({ length: order }, () => typical),
    alpha,
  )
  return evidenceOf(likelihoodGain(inside, whole) / dispersion) > cost
}
