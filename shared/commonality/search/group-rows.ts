import type { Codes } from '../case-table.ts'

interface Weights {
  readonly rows: number
  readonly total: Float64Array
}

export interface RowGroups {
  /** A row of each group. */
  readonly first: Uint32Array
  /** For each of the rows asked about, its group. */
  readonly groupOf: Uint32Array
}

/** Beyond it rows are brought together only where it is plain that many are alike. */
const ALWAYS_GROUPED = 200_000

/** Rows that are alike in every dimension; null where each is its own group, or too few would be alike to be worth it. */
export function groupRows(
  dimensions: readonly { readonly codes: Codes; readonly cardinality: number }[],
  rows: Uint32Array,
  weights: Weights,
): RowGroups | null {
  if (rows.length > ALWAYS_GROUPED && rows.length === weights.rows && !worthGrouping(dimensions, weights))
    return null
  const hashes = hashRows(dimensions, rows)
  const size = 1 << (32 - Math.clz32(rows.length * 2))
  const slots = new Int32Array(size).fill(-1)
  const first = new Uint32Array(rows.length)
  const groupOf = new Uint32Array(rows.length)
  const hashOf = new Int32Array(rows.length)
  let groups = 0
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0
    const hash = hashes[place] ?? 0
    let slot = hash & (size - 1)
    for (;;) {
      const group = slots[slot] ?? -1
      if (group === -1) {
        slots[slot] = groups
        hashOf[groups] = hash
        first[groups] = row
        groupOf[place] = groups++
        break
      }
      if (hashOf[group] === hash && areAlike(dimensions, first[group] ?? 0, row)) {
        groupOf[place] = group
        break
      }
      slot = (slot + 1) & (size - 1)
    }
  }
  if (groups === weights.rows) return null
  return { first: first.slice(0, groups), groupOf }
}

function worthGrouping(dimensions: readonly { readonly cardinality: number }[], weights: Weights): boolean {
  const combinations = dimensions.reduce((product, { cardinality }) => product * (cardinality + 1), 1)
  if (combinations <= 4 * weights.rows) return true
  return weights.total.some((total) => total > 1)
}

function hashRows(dimensions: readonly { readonly codes: Codes }[], rows: Uint32Array): Int32Array {
  const hashes = new Int32Array(rows.length)
  for (const { codes } of dimensions) {
    for (let place = 0; place < rows.length; place++) {
      const mixed = Math.imul((hashes[place] ?? 0) ^ (codes[rows[place] ?? 0] ?? 0), 0x9e37_79b1)
      hashes[place] = mixed ^ (mixed >>> 15)
    }
  }
  return hashes
}

function areAlike(dimensions: readonly { readonly codes: Codes }[], a: number, b: number): boolean {
  for (const { codes } of dimensions) {
    if (codes[a] !== codes[b]) return false
  }
  return true
}
