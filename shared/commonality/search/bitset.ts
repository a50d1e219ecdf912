/** Sets of rows as bits, 32 to a word: what two values have in common is counted a word at a time. */
export type Bitset = Uint32Array

export function createBitset(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5)
}

/** All of 0 … size − 1. */
export function fullBitset(size: number): Bitset {
  const set = createBitset(size).fill(0xffff_ffff)
  const rest = size & 31
  if (rest !== 0) set[set.length - 1] = (1 << rest) - 1
  return set
}

/** How many bits of a word are set (the usual sums of neighbouring bits). */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

export function hasBit(set: Bitset, place: number): boolean {
  return (((set[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1
}

export function setBit(set: Bitset, place: number): void {
  set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31))
}

/** Calls `visit` for every row of the set, lowest first. */
export function forEachBit(set: Bitset, visit: (row: number) => void): void {
  for (let place = 0; place < set.length; place++) {
    let word = set[place] ?? 0
    while (word !== 0) {
      const bit = 31 - Math.clz32(word & -word)
      visit((place << 5) + bit)
      word &= word - 1
    }
  }
}
