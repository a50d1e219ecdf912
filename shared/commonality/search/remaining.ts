import { createBitset, forEachBit, fullBitset, hasBit, setBit, type Bitset } from './bitset.ts'
import type { CellConjunction, Problem } from './problem.ts'
import { chooseByValues } from './working-sample.ts'

/** What earlier explanations leave over. Never changed: taking more away makes another. */
export interface Remaining {
  readonly alive: Bitset
  /** The cells that are gone through one by one: those with failing records first, then working ones. */
  readonly listed: Uint32Array
  /** How many of the listed cells have failing records. */
  readonly failing: number
  /** The share of all working cells that is listed; 1 where both counts can be had from the list. */
  readonly sampled: number
  readonly failed: number
  readonly total: number
  /** By dimension and code. */
  readonly failedOf: readonly Float64Array[]
  readonly totalOf: readonly Float64Array[]
}

/** Working cells that are listed: as many as fail, within bounds. */
const LEAST_LISTED = 6_000
const MOST_LISTED = 32_000

export function everything(problem: Problem): Remaining {
  const { cells, failed, total } = problem
  const { listed, failing, sampled } = listCells(problem)
  let allFailed = 0
  let allTotal = 0
  for (let cell = 0; cell < cells.count; cell++) {
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
    for (let place = 0; place < failing; place++) {
      const cell = listed[place] ?? 0
      const code = codes[cell] ?? 0
      failedByCode[code] = (failedByCode[code] ?? 0) + (failed[cell] ?? 0)
    }
    failedOf.push(failedByCode)
    totalOf.push(totalByCode)
  }
  const alive = fullBitset(cells.count)
  return { alive, listed, failing, sampled, failed: allFailed, total: allTotal, failedOf, totalOf }
}

function listCells(problem: Problem): Pick<Remaining, 'listed' | 'failing' | 'sampled'> {
  const { cells, failed } = problem
  const failingCells: number[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    if ((failed[cell] ?? 0) > 0) failingCells.push(cell)
  }
  const failing = failingCells.length
  const working = cells.count - failing
  const wanted = Math.min(MOST_LISTED, Math.max(LEAST_LISTED, failing))
  // Counts are all listed: most cells have some of both kinds, and a great one left out would not be made up for.
  const share = problem.isSingle && working > 1.5 * wanted ? wanted / working : 1
  const isChosen = share === 1 ? () => true : chooseByValues(cells, share)
  const workingCells: number[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    if ((failed[cell] ?? 0) === 0 && isChosen(cell)) workingCells.push(cell)
  }
  const sampled = share === 1 ? 1 : workingCells.length / working
  return { listed: Uint32Array.from(failingCells.concat(workingCells)), failing, sampled }
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
  const listed = remaining.listed.filter((cell) => hasBit(alive, cell))
  let failing = 0
  for (const cell of listed) failing += (failed[cell] ?? 0) > 0 ? 1 : 0
  return { ...remaining, alive, listed, failing, failed: allFailed, total: allTotal, failedOf, totalOf }
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
  forEachBit(remaining.alive, (cell) => {
    let blanks = 0
    for (const { codes, code, mayBeBlank } of parts) {
      const held = codes[cell]
      if (held === code) continue
      blanks += held === 0 && mayBeBlank ? 1 : 2
      if (blanks > 1) return
    }
    found.push(cell)
  })
  return Uint32Array.from(found)
}

/** Cells of `within` that a description covers. */
export function coveredCells(problem: Problem, within: Bitset, conjunction: CellConjunction): Bitset {
  const covered = createBitset(problem.cells.count)
  const parts = conjunction.map(({ dimension, code }) => ({
    codes: problem.cells.dimensions[dimension]?.codes ?? [],
    code,
  }))
  forEachBit(within, (cell) => {
    for (const { codes, code } of parts) {
      if (codes[cell] !== code) return
    }
    setBit(covered, cell)
  })
  return covered
}
