import type { Likeness } from './likeness.ts'

/** Rows of a sample that say what is common. */
const SAMPLE = 20_000

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
  const step = Math.max(1, Math.floor(working.length / SAMPLE))
  const scores = new Float64Array(failing.length)
  for (const { codes, weight } of views) {
    const common = new Map<number, number>()
    for (let place = 0; place < working.length; place += step) {
      const code = codes[working[place] ?? 0] ?? 0
      common.set(code, (common.get(code) ?? 0) + 1)
    }
    for (const [place, row] of failing.entries()) {
      scores[place] = (scores[place] ?? 0) + weight * (common.get(codes[row] ?? 0) ?? 0)
    }
  }
  const places = [...failing.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  return Uint32Array.from(places.slice(0, most), (place) => failing[place] ?? 0)
}
