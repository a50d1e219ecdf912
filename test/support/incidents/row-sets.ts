import type { Attribute } from './attributes.ts'

/** One attribute with one value, while a case is made. */
export interface AttributeValue {
  readonly attribute: Attribute
  readonly code: number
}

/** Rows in which all the values hold. */
export function rowsWith(values: readonly AttributeValue[], rows: number): Uint32Array {
  const found = new Uint32Array(rows)
  let count = rows
  for (let row = 0; row < rows; row += 1) found[row] = row
  for (const { attribute, code } of values) {
    let kept = 0
    for (let place = 0; place < count; place += 1) {
      const row = found[place] ?? 0
      if (attribute.codes[row] !== code) continue
      found[kept] = row
      kept += 1
    }
    count = kept
  }
  return found.slice(0, count)
}

export function sumOver(weights: Float64Array, rows: Uint32Array): number {
  let sum = 0
  for (const row of rows) sum += weights[row] ?? 0
  return sum
}

export function sumOf(weights: Float64Array): number {
  let sum = 0
  for (const weight of weights) sum += weight
  return sum
}
