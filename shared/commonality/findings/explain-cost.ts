import type { CaseTable, Conjunction, Literal } from '../case-table.ts'
import { literalCost, orderDiscount } from '../search/description-cost.ts'
import type { CodeTallies } from './code-tallies.ts'
import { searchedDimensions } from './searched-dimensions.ts'

/** A term of what a description costs, natural logarithm. Together they are the cost. */
export type CostTerm =
  /** Naming a value: one of so many dimensions, and of those a value that so many records have. */
  | {
      readonly kind: 'literal'
      readonly literal: Literal
      readonly dimensions: number
      /** Records with the value, of all; 0..1. */
      readonly share: number
      readonly cardinality: number
      readonly cost: number
    }
  /** The order in which values are named does not matter, but each further one makes a cause half as likely. */
  | { readonly kind: 'order'; readonly cost: number }
  /** How rarely a false finding is put up with. */
  | { readonly kind: 'certainty'; readonly alpha: number; readonly cost: number }
  /** Rows that scatter count for less, which makes a value rarer or commoner than its records are. */
  | { readonly kind: 'scatter'; readonly cost: number }

/** Sums of logarithms that were added in another order differ by less. */
const ROUNDING = 1e-6

/** The terms of a cost that the search gave. `tallies` are those of the whole table. */
export function costTerms(
  table: CaseTable,
  { conjunction, cost }: { readonly conjunction: Conjunction; readonly cost: number },
  alpha: number,
  tallies: readonly CodeTallies[],
): CostTerm[] {
  const searched = searchedDimensions(table, tallies)
  const terms: CostTerm[] = conjunction.map((literal) => {
    const { total } = tallies[literal.dimension] ?? { total: new Float64Array() }
    const share = (total[literal.code] ?? 0) / total.reduce((sum, count) => sum + count, 0)
    const cardinality = searched.find(({ dimension }) => dimension === literal.dimension)?.cardinality ?? 1
    const dimensions = searched.length
    return {
      kind: 'literal',
      literal,
      dimensions,
      share,
      cardinality,
      cost: literalCost(dimensions, share, cardinality),
    }
  })
  if (conjunction.length > 1) terms.push({ kind: 'order', cost: -discountOf(conjunction.length) })
  terms.push({ kind: 'certainty', alpha, cost: -Math.log(alpha) })
  const left = cost - terms.reduce((sum, term) => sum + term.cost, 0)
  if (Math.abs(left) > ROUNDING) terms.push({ kind: 'scatter', cost: left })
  return terms
}

function discountOf(count: number): number {
  let sum = 0
  for (let order = 1; order <= count; order += 1) sum += orderDiscount(order)
  return sum
}
