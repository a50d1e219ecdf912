import { createBitset, fullBitset, type Bitset } from './bitset.ts'
import type { CellConjunction, Problem } from './problem.ts'

/** What earlier explanations leave over. Never changed: taking more away makes another. */
export interface Remaining {
  readonly alive: Bitset
  /**
   * The cells that are gone through one by one: those with failing records, or all of them where most have some.
   */
  readonly listed: Uint32Array
  /** `listed` holds every cell that is left, so that both counts are known from it. */
  readonly listsAll: boolean
  readonly failed: number
  readonly total: number
  /** By dimension and code. */
  readonly failedOf: readonly Float64Array[]
  readonly totalOf: readonly Float64Array[]
}

/** Where cells are so few, or so many of them failing, going through all of them costs less than asking twice. */
const SMALL = 2_000

export function everything(problem: Problem): Remaining {
  const { cells, failed, total } = problem
  let failing = 0
  for (let cell = 0; cell < cells.count; cell++) failing += (failed[cell] ?? 0) > 0 ? 1 : 0
  const listsAll = cells.count <= Math.max(SMALL, 3 * failing)
  const listed = new Uint32Array(listsAll ? cells.count : failing)
  let count = 0
  let allFailed = 0
  let allTotal = 0
  for (let cell = 0; cell < cells.count; cell++) {
    if (listsAll || (failed[cell] ?? 0) > 0) listed[count++] = cell
    allFailed += failed[cell] ?? 0
    allTotal += total[cell] ?? 0
  }
  const failedOf: Float64Array[] = []
  const totalOf: Float64Array[] = []
  for (const { codes, values } of cells.dimensions) {
    const failedByCode = new Float64Array(values.length)
    const totalByCode = new Float64Array(values.length)
    for (let cell = 0; cell < cells.count; cell++) {
      const code = codes[cell] ?? 0
      totalByCode[code] = (totalByCode[code] ?? 0) + (total[cell] ?? 0)
    }
    for (const cell of listed) {
      const code = codes[cell] ?? 0
      failedByCode[code] = (failedByCode[code] ?? 0) + (failed[cell] ?? 0)
    }
    failedOf.push(failedByCode)
    totalOf.push(totalByCode)
  }
  const alive = fullBitset(cells.count)
  return { alive, listed, listsAll, failed: allFailed, total: allTotal, failedOf, totalOf }
}

/**
 * What is left once the rows of a description are explained. A record whose value is blank in one of its columns may
 * be one of them: left in, its failures would turn up again under whatever travels with the cause.
 */
export function without(problem: Problem, remaining: Remaining, conjunction: CellConjunction): Remaining {
  const { cells, failed, total } = problem
  const gone = explainedCells(problem, remaining, conjunction)
  const alive = remaining.alive.slice()
  const failedOf = remaining.failedOf.map((counts) => counts.slice())
  const totalOf = remaining.totalOf.map((counts) => counts.slice())
  let allFailed = remaining.failed
  let allTotal = remaining.total
  for (const cell of gone) {
    alive[cell >>> 5] = (alive[cell >>> 5] ?? 0) & ~(1 << (cell & 31))
    allFailed -= failed[cell] ?? 0
    allTotal -= total[cell] ?? 0
  }
  cells.dimensions.forEach(({ codes }, dimension) => {
    const failedByCode = failedOf[dimension] ?? new Float64Array()
    const totalByCode = totalOf[dimension] ?? new Float64Array()
    for (const cell of gone) {
      const code = codes[cell] ?? 0
      failedByCode[code] = (failedByCode[code] ?? 0) - (failed[cell] ?? 0)
      totalByCode[code] = (totalByCode[code] ?? 0) - (total[cell] ?? 0)
    }
  })
  const listed = remaining.listed.filter((cell) => ((alive[cell >>> 5] ?? 0) >>> (cell & 31)) & 1)
  return {
    alive,
    listed,
    listsAll: remaining.listsAll,
    failed: allFailed,
    total: allTotal,
    failedOf,
    totalOf,
  }
}

/** Where more of a column is blank, blanks are a habit of the source and no gaps in single records. */
const FEW_BLANKS = 0.2

function explainedCells(problem: Problem, remaining: Remaining, conjunction: CellConjunction): Uint32Array {
  const { cells } = problem
  const parts = conjunction.map(({ dimension, code }) => {
    const blank = (remaining.totalOf[dimension]?.[0] ?? 0) / remaining.total
    return {
      codes: cells.dimensions[dimension]?.codes ?? [],
      code,
      mayBeBlank: blank > 0 && blank <= FEW_BLANKS,
    }
  })
  const found: number[] = []
  for (let place = 0; place < remaining.alive.length; place++) {
    let word = remaining.alive[place] ?? 0
    while (word !== 0) {
      const cell = (place << 5) + 31 - Math.clz32(word & -word)
      word &= word - 1
      let blanks = 0
      for (const { codes, code, mayBeBlank } of parts) {
        const held = codes[cell]
        if (held === code) continue
        blanks += held === 0 && mayBeBlank ? 1 : 2
        if (blanks > 1) break
      }
      if (blanks <= 1) found.push(cell)
    }
  }
  return Uint32Array.from(found)
}

/** Cells of `within` that a description covers. */
export function coveredCells(problem: Problem, within: Bitset, conjunction: CellConjunction): Bitset {
  const covered = createBitset(problem.cells.count)
  const parts = conjunction.map(({ dimension, code }) => ({
    codes: problem.cells.dimensions[dimension]?.codes ?? [],
    code,
  }))
  for (let cell = 0; cell < problem.cells.count; cell++) {
    if ((((within[cell >>> 5] ?? 0) >>> (cell & 31)) & 1) === 0) continue
    if (parts.every(({ codes, code }) => codes[cell] === code)) {
      covered[cell >>> 5] = (covered[cell >>> 5] ?? 0) | (1 << (cell & 31))
    }
  }
  return covered
}
