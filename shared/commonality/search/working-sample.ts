import type { Cells } from './cells.ts'

/** Combinations of values that tell cells well apart: more dimensions would make the choice no fairer. */
const ENOUGH = 1e9

/**
 * Working cells to look at first, about `share` of them. Chosen by their values and by nothing else, so that neither the
 * order of rows nor the numbers given to values changes the choice.
 */
export function chooseByValues(cells: Cells, share: number): (cell: number) => boolean {
  const limit = share * 0x1_0000_0000
  const dimensions = [...cells.dimensions].sort((a, b) => b.cardinality - a.cardinality)
  let combinations = 1
  const used = dimensions.filter(({ cardinality }) => {
    const isUsed = combinations < ENOUGH
    combinations *= cardinality
    return isUsed
  })
  const columns = used.map(({ codes, values, name }) => ({
    codes,
    hashes: Int32Array.from(values, (value) => hashText(`${name}\n${value}`)),
  }))
  return (cell) => {
    let hash = 0
    for (const { codes, hashes } of columns) hash = mix(hash ^ (hashes[codes[cell] ?? 0] ?? 0))
    return hash >>> 0 < limit
  }
}

/** FNV-1a over code units. */
function hashText(text: string): number {
  let hash = 0x811c_9dc5
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x0100_0193)
  return mix(hash)
}

/** Every bit of the result depends on every bit of the number (the finish of the murmur hashes). */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return mixed ^ (mixed >>> 16)
}
