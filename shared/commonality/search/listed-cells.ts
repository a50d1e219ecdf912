import type { CellLiteral, Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

/** A dimension with those of its values that enough failing records carry, numbered anew so that tables stay small. */
export interface ListedDimension {
  readonly place: number
  readonly column: number
  readonly literals: readonly CellLiteral[]
  readonly costs: Float64Array
  readonly leastCost: number
  /** For each listed cell one more than the place among `literals`, 0 for none of them. */
  readonly slots: Uint16Array | Uint32Array
}

/** Values worth combining, in order of dimension. */
export function listDimensions(
  problem: Problem,
  remaining: Remaining,
  leastFailed: number,
): ListedDimension[] {
  const listed: ListedDimension[] = []
  problem.cells.dimensions.forEach(({ column, codes }, dimension) => {
    const failedOf = remaining.failedOf[dimension] ?? new Float64Array()
    const totalOf = remaining.totalOf[dimension] ?? new Float64Array()
    const slotOfCode = new Uint32Array(failedOf.length)
    const literals: CellLiteral[] = []
    for (let code = 1; code < failedOf.length; code++) {
      const failed = failedOf[code] ?? 0
      // A value that everything left carries takes nothing away from a description.
      if (failed <= 0 || failed < leastFailed || (totalOf[code] ?? 0) >= remaining.total) continue
      literals.push({ dimension, code })
      slotOfCode[code] = literals.length
    }
    if (literals.length === 0) return
    const costs = Float64Array.from(literals, ({ code }) => problem.literalCosts[dimension]?.[code] ?? 0)
    const cells = remaining.listed
    const slots = literals.length < 0xffff ? new Uint16Array(cells.length) : new Uint32Array(cells.length)
    for (let place = 0; place < slots.length; place++)
      slots[place] = slotOfCode[codes[cells[place] ?? 0] ?? 0] ?? 0
    const leastCost = costs.reduce((least, cost) => Math.min(least, cost), Infinity)
    listed.push({ place: dimension, column, literals, costs, leastCost, slots })
  })
  return listed
}
