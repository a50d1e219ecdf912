import type { Likeness } from './likeness.ts'

export interface NearestRow {
  readonly row: number
  /** Weighted count of columns in which the two differ. */
  readonly distance: number
  readonly apart: number
}

/**
 * Of the candidates the one most like the row, then nearest in time, then first; null where none is within `most` of
 * it. Goes column by column, since that is how the table lies in memory, and gives up candidates as they fall behind.
 */
export function nearestRow(
  { views, apart }: Likeness,
  row: number,
  candidates: Uint32Array,
  most: number,
): NearestRow | null {
  const left = candidates.slice()
  const distances = new Float64Array(left.length)
  let count = left.length
  for (const { codes, weight } of views) {
    const code = codes[row] ?? 0
    const before = count
    count = 0
    for (let place = 0; place < before; place += 1) {
      const candidate = left[place] ?? 0
      const distance = (distances[place] ?? 0) + (codes[candidate] === code ? 0 : weight)
      if (distance > most) continue
      left[count] = candidate
      distances[count] = distance
      count += 1
    }
  }
  return closest(left.subarray(0, count), distances, (candidate) => apart(row, candidate))
}

function closest(
  rows: Uint32Array,
  distances: Float64Array,
  apartFrom: (row: number) => number,
): NearestRow | null {
  let best: NearestRow | null = null
  for (const [place, row] of rows.entries()) {
    const distance = distances[place] ?? 0
    if (best !== null && distance > best.distance) continue
    const apart = apartFrom(row)
    if (best !== null && distance === best.distance && apart >= best.apart) continue
    best = { row, distance, apart }
  }
  return best
}
