import type { CaseTable } from '../case-table.ts'

/** Beyond three attributes a description is rarely one that anybody can act on. */
const USUAL_ORDER = 3

/** With so few columns every combination can be looked at: a leaf of a small cube is a cause like any other. */
const FEW_COLUMNS = 6

/** Most attributes in one description, where nobody said. */
export function defaultOrder({ dimensions }: CaseTable): number {
  const columns = new Set(dimensions.map(({ column }) => column)).size
  return columns <= FEW_COLUMNS ? Math.max(1, columns) : USUAL_ORDER
}
