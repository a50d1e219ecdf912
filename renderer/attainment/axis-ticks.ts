/**
 * Where the axis of shares begins: shares near 100 % cannot be told apart on one that begins at 0. A multiple of 0.1,
 * with room under the lowest value, and at least the upper fifth.
 */
export function lowestShare(shares: readonly (number | null)[]): number {
  const lowest = Math.min(1, ...shares.filter((share) => share !== null))
  const tenths = Math.floor((lowest - 0.02) * 10)
  return Math.max(0, Math.min(8, tenths)) / 10
}

/** Ticks of that axis, four to six of them, ending at 1. */
export function shareTicks(lowest: number): number[] {
  const step = lowest >= 0.8 ? 0.05 : lowest >= 0.5 ? 0.1 : 0.2
  const count = Math.floor((1 - lowest) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Math.round((1 - (count - index) * step) * 100) / 100)
}

/** Ticks for counts from 0 to at least the greatest: whole numbers, three or four steps of 1, 2 or 5 times a power of ten. */
export function countTicks(most: number): number[] {
  const rough = Math.max(1, most) / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each * 4 >= most) ?? 1)
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
