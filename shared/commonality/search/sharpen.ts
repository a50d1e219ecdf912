import { forEachBit, hasBit, type Bitset } from './bitset.ts'
import { candidateOf, coversEnough, isStrong, type Candidate } from './candidate.ts'
import { columnOf, countValues, type CellLiteral, type Problem } from './problem.ts'
import { coveredCells, type Remaining } from './remaining.ts'

/** A value that does not even halve the records has no claim to be half of the cause. */
const MOST_SHARE = 0.5
/** Of the failing records of the shorter description. */
const LEAST_KEPT = 0.5
/** However telling, the argument below is worth no more than odds of a hundred to one. */
const MOST_WORTH = Math.log(100)
/** Standard deviations of chi-square above its mean: beyond it two columns are taken to go together. */
const TRAVEL_LIMIT = 3

/**
 * Adds values to a description where the failing records themselves ask for it. In a small sample carrier X alone and
 * X with codec Y may fail as surely, and the shorter one is the cheaper. But where nearly all failing calls of X have
 * codec Y, few other calls have it, and carriers and codecs otherwise have nothing to do with each other, then that so
 * many have it is no accident: X alone would have failed with any codec.
 */
export function sharpen(problem: Problem, remaining: Remaining, candidate: Candidate): Candidate {
  let sharpest = candidate
  while (sharpest.conjunction.length < problem.maxOrder) {
    const longer = bestAddition(problem, remaining, sharpest)
    if (longer === null) break
    sharpest = longer
  }
  return sharpest
}

function bestAddition(problem: Problem, remaining: Remaining, candidate: Candidate): Candidate | null {
  const { conjunction } = candidate
  const covered = coveredCells(problem, remaining.alive, conjunction)
  const columns = conjunction.map((literal) => columnOf(problem, literal))
  let best: Candidate | null = null
  let bestWorth = 1e-9
  problem.cells.dimensions.forEach(({ column }, dimension) => {
    if (columns.includes(column)) return
    const inside = countValues(problem, covered, dimension)
    inside.failed.forEach((failed, code) => {
      const total = inside.total[code] ?? 0
      if (code === 0 || failed < LEAST_KEPT * candidate.failed || total >= candidate.total) return
      const elsewhere = (remaining.totalOf[dimension]?.[code] ?? 0) - total
      const share = elsewhere / (remaining.total - candidate.total)
      if (share > MOST_SHARE || !isStrong(problem, remaining, failed, total)) return
      const literal = { dimension, code }
      const longer = [...conjunction, literal].sort((a, b) => a.dimension - b.dimension)
      const found = candidateOf(problem, remaining, longer, failed, total)
      if (found.score <= 0) return
      const worth =
        found.score - candidate.score + Math.min(MOST_WORTH, surprise(failed, candidate.failed, share))
      if (worth <= bestWorth || !coversEnough(problem, remaining, longer)) return
      if (conjunction.some((held) => travels(problem, remaining, covered, held, literal))) return
      best = found
      bestWorth = worth
    })
  })
  return best
}

/** Log-likelihood ratio of that many of so many having a value, against their having it as others do. */
function surprise(having: number, all: number, share: number): number {
  if (having <= share * all) return 0
  const other = all - having
  const least = Math.max(share, 1 / (1 + all * all))
  const gain = having * Math.log(having / all / least)
  return other > 0 ? gain + other * Math.log(other / all / (1 - least)) : gain
}

/** Whether, outside the description, a value goes with some values of another column more than chance has it. */
function travels(
  problem: Problem,
  remaining: Remaining,
  covered: Bitset,
  held: CellLiteral,
  added: CellLiteral,
): boolean {
  const { cells, total } = problem
  const codes = cells.dimensions[held.dimension]?.codes ?? []
  const addedCodes = cells.dimensions[added.dimension]?.codes ?? []
  const all = new Float64Array(cells.dimensions[held.dimension]?.values.length ?? 0)
  const having = new Float64Array(all.length)
  let allOutside = 0
  let havingOutside = 0
  forEachBit(remaining.alive, (cell) => {
    if (hasBit(covered, cell)) return
    const code = codes[cell] ?? 0
    const weight = total[cell] ?? 0
    all[code] = (all[code] ?? 0) + weight
    allOutside += weight
    if (addedCodes[cell] !== added.code) return
    having[code] = (having[code] ?? 0) + weight
    havingOutside += weight
  })
  const share = havingOutside / allOutside
  if (!(share > 0 && share < 1)) return false
  let chiSquare = 0
  let freedom = -1
  for (let code = 0; code < all.length; code++) {
    const count = all[code] ?? 0
    if (count <= 0) continue
    freedom++
    chiSquare += ((having[code] ?? 0) - count * share) ** 2 / (count * share * (1 - share))
  }
  return freedom > 0 && chiSquare > freedom + TRAVEL_LIMIT * Math.sqrt(2 * freedom)
}
