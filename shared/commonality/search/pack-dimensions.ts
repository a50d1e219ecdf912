import type { CaseTable } from '../case-table.ts'

/** Several narrow dimensions read as one: a code of the pack tells the code of each member. */
export interface DimensionPack {
  readonly members: readonly PackMember[]
  /** Codes that there can be. */
  readonly size: number
  readonly codes: Uint16Array
}

export interface PackMember {
  /** Place in the table's dimensions. */
  readonly place: number
  /** Number of its values, the blank counted. */
  readonly size: number
  /** For each code of the pack, the member's. */
  readonly codeOf: Uint32Array
}

/** Beyond it, tables of two packs no longer fit where the processor finds them fast. */
const MOST_CODES = 256

/** More values than a code of a pack can tell: pairs with such a dimension would be tables of hundreds of megabytes. */
const MOST_VALUES = 0x1_0000

/** Each dimension is in one pack, the narrowest together; one with more than 65,536 values is in none. */
export function packDimensions({ dimensions, rows }: CaseTable): DimensionPack[] {
  const sizes = dimensions.map(({ values }) => values.length)
  const places = [...sizes.keys()]
    .filter((place) => (sizes[place] ?? 0) <= MOST_VALUES)
    .sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b)
  const groups: { places: number[]; size: number }[] = []
  for (const place of places) {
    const size = sizes[place] ?? 1
    const roomy = groups.find((group) => group.size * size <= MOST_CODES)
    if (roomy === undefined) groups.push({ places: [place], size })
    else {
      roomy.places.push(place)
      roomy.size *= size
    }
  }
  return groups.map((group) => {
    const codes = new Uint16Array(rows)
    let stride = 1
    const members = group.places.map((place) => {
      const size = sizes[place] ?? 1
      addCodes(codes, dimensions[place]?.codes ?? codes, stride)
      const codeOf = Uint32Array.from({ length: group.size }, (_, code) => Math.floor(code / stride) % size)
      stride *= size
      return { place, size, codeOf }
    })
    return { members, size: group.size, codes }
  })
}

function addCodes(into: Uint16Array, codes: ArrayLike<number>, stride: number): void {
  for (let row = 0; row < into.length; row += 1) into[row] = (into[row] ?? 0) + stride * (codes[row] ?? 0)
}
