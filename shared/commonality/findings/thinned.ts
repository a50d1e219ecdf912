/** At most so many rows, evenly from the whole file: the same ones every time. */
export function thinned(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows
  return Uint32Array.from({ length: most }, (_, place) => rows[Math.floor((place * rows.length) / most)] ?? 0)
}
