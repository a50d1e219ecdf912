import type { Likeness } from './likeness.ts'

export interface NearestRow {
  readonly row: number
  readonly distance: number
  readonly apart: number
}

/**
 * Of the candidates the one most like the row, then nearest in time, then first; null where none is within `most` of
 * it. Most candidates are given up after a few columns.
 */
export function nearestRow(
  { distance, apart }: Likeness,
  row: number,
  candidates: Uint32Array,
  most: number,
): NearestRow | null {
  let best: NearestRow | null = null
  let bound = most
  for (const candidate of candidates) {
    const between = distance(row, candidate, bound)
    if (between > bound) continue
    const time = apart(row, candidate)
    if (best !== null && between === best.distance && time >= best.apart) continue
    best = { row: candidate, distance: between, apart: time }
    bound = between
  }
  return best
}
