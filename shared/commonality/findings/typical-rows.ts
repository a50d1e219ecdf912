import type { Likeness } from './likeness.ts'
import { thinned } from './thinned.ts'

/** Rows of either side that say what is common. */
const SAMPLE = 10_000

/**
 * Failing rows whose values are commonest among working ones, most typical first: a twin that works is likeliest to be
 * found for them. In each column a row counts by how many working records share its value.
 */
export function typicalRows(
  { views }: Likeness,
  failing: Uint32Array,
  working: Uint32Array,
  most: number,
): Uint32Array {
  const [asked, compared] = [thinned(failing, SAMPLE), thinned(working, SAMPLE)]
  const scores = new Float64Array(asked.length)
  for (const { codes, weight } of views) {
    const common = new Map<number, number>()
    for (const row of compared) common.set(codes[row] ?? 0, (common.get(codes[row] ?? 0) ?? 0) + 1)
    for (const [place, row] of asked.entries()) {
      scores[place] = (scores[place] ?? 0) + weight * (common.get(codes[row] ?? 0) ?? 0)
    }
  }
  const places = [...asked.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  return Uint32Array.from(places.slice(0, most), (place) => asked[place] ?? 0)
}
