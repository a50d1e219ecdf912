import type { Tally } from '../search-result.ts'

/** The table every figure about a description follows from. Cells are records, not necessarily whole numbers. */
export interface Fourfold {
  readonly failingInside: number
  readonly failingOutside: number
  readonly workingInside: number
  readonly workingOutside: number
}

/** Sums of weights that were added in another order differ by so little, relative to the whole. */
const ROUNDING = 1e-9

/**
 * The table of a description that covers `inside` of `whole`.
 * Throws a RangeError where a cell would be negative: counts that contradict each other prove nothing.
 */
export function fourfoldOf(inside: Tally, whole: Tally): Fourfold {
  const slack = ROUNDING * Math.max(1, whole.total)
  const working = { inside: inside.total - inside.failed, whole: whole.total - whole.failed }
  return {
    failingInside: cell('failing inside', inside.failed, slack),
    failingOutside: cell('failing outside', whole.failed - inside.failed, slack),
    workingInside: cell('working inside', working.inside, slack),
    workingOutside: cell('working outside', working.whole - working.inside, slack),
  }
}

function cell(name: string, count: number, slack: number): number {
  if (!Number.isFinite(count) || count < -slack) {
    throw new RangeError(`There cannot be ${count} records ${name}: the counts contradict each other.`)
  }
  return Math.abs(count) <= slack ? 0 : count
}

/** Records of each side and each half, and all of them. */
export interface Margins {
  readonly failing: number
  readonly working: number
  readonly inside: number
  readonly outside: number
  readonly all: number
}

export function marginsOf(table: Fourfold): Margins {
  const failing = table.failingInside + table.failingOutside
  const working = table.workingInside + table.workingOutside
  return {
    failing,
    working,
    inside: table.failingInside + table.workingInside,
    outside: table.failingOutside + table.workingOutside,
    all: failing + working,
  }
}

/** What the cells would be, had being inside nothing to do with failing; all 0 without records. */
export function expectedCounts(table: Fourfold): Fourfold {
  const { failing, working, inside, outside, all } = marginsOf(table)
  const per = all === 0 ? 0 : 1 / all
  return {
    failingInside: failing * inside * per,
    failingOutside: failing * outside * per,
    workingInside: working * inside * per,
    workingOutside: working * outside * per,
  }
}

export function cellsOf(table: Fourfold): readonly [number, number, number, number] {
  return [table.failingInside, table.failingOutside, table.workingInside, table.workingOutside]
}

/** The same table with every cell half a record more, as Haldane and Anscombe correct a table with an empty cell. */
export function withHalf(table: Fourfold): Fourfold {
  return {
    failingInside: table.failingInside + 0.5,
    failingOutside: table.failingOutside + 0.5,
    workingInside: table.workingInside + 0.5,
    workingOutside: table.workingOutside + 0.5,
  }
}
