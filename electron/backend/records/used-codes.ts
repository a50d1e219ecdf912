import type { Codes } from '../../../shared/commonality/case-table.ts'

export interface UsedCodes {
  readonly codes: Codes
  /** The blank first. */
  readonly values: readonly string[]
  readonly distinct: number
  readonly blanks: number
}

/**
 * Leaves out values that no row has: those of records on neither side. `texts[i]` is the text of code i + 1. The codes
 * are changed in place; values keep their order.
 */
export function usedCodes(codes: Codes, texts: readonly string[]): UsedCodes {
  const uses = new Uint32Array(texts.length + 1)
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0
    uses[code] = (uses[code] ?? 0) + 1
  }
  const blanks = uses[0] ?? 0
  const newCode = new Uint32Array(uses.length)
  const values = ['']
  for (let code = 1; code < uses.length; code += 1) {
    if (uses[code] === 0) continue
    newCode[code] = values.length
    values.push(texts[code - 1] ?? '')
  }
  const distinct = values.length - 1
  if (distinct < texts.length) {
    for (let row = 0; row < codes.length; row += 1) codes[row] = newCode[codes[row] ?? 0] ?? 0
  }
  return { codes, values, distinct, blanks }
}
