import { logGamma } from '../statistics/log-gamma.ts'
import { hasBit } from './bitset.ts'
import type { Remaining } from './remaining.ts'
import type { Cells } from './cells.ts'

/**
 * How alike the fates of records of one cell are: 0 where each fails or works by itself, as the binomial distribution
 * has it, towards 1 where all of a cell share one fate. Rows of counts of real traffic are never binomial: each route
 * has its own everyday failing share.
 */
export type Scatter = number

/** Cells that say most, at most this many: those of the greatest totals. */
const MOST_CELLS = 3_000
/** With fewer, a figure of scatter is a guess at one or two cells. */
const LEAST_CELLS = 8
/** Gain in log-likelihood below which scatter is not shown (chi-square of one degree of freedom, 1 %). */
const LEAST_GAIN = 3.3
const STEPS = 24
const LEAST_SCATTER = 1e-7
const MOST_SCATTER = 0.9

/** Maximum likelihood of a beta-binomial distribution over the cells that are left; outliers move it little. */
export function estimateScatter(cells: Cells, remaining: Remaining): Scatter {
  const counted = countedCells(cells, remaining)
  if (counted.length < LEAST_CELLS) return 0
  let low = Math.log(LEAST_SCATTER)
  let high = Math.log(MOST_SCATTER)
  const golden = (Math.sqrt(5) - 1) / 2
  let left = high - golden * (high - low)
  let right = low + golden * (high - low)
  let atLeft = likelihoodAt(counted, Math.exp(left))
  let atRight = likelihoodAt(counted, Math.exp(right))
  for (let step = 0; step < STEPS; step++) {
    if (atLeft > atRight) {
      high = right
      right = left
      atRight = atLeft
      left = high - golden * (high - low)
      atLeft = likelihoodAt(counted, Math.exp(left))
    } else {
      low = left
      left = right
      atLeft = atRight
      right = low + golden * (high - low)
      atRight = likelihoodAt(counted, Math.exp(right))
    }
  }
  const scatter = Math.exp((low + high) / 2)
  return likelihoodAt(counted, scatter) - likelihoodAt(counted, LEAST_SCATTER) > LEAST_GAIN ? scatter : 0
}

/** The share of its weight that a cell keeps: of n records of one fate, what that many independent ones would say. */
export function weightUnderScatter(total: number, scatter: Scatter): number {
  return total > 1 ? 1 / (1 + (total - 1) * scatter) : 1
}

interface CountedCell {
  readonly failed: number
  readonly total: number
}

function countedCells(cells: Cells, remaining: Remaining): CountedCell[] {
  const counted: CountedCell[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    if (!hasBit(remaining.alive, cell)) continue
    const total = cells.total[cell] ?? 0
    if (total > 1) counted.push({ failed: Math.min(cells.failed[cell] ?? 0, total), total })
  }
  counted.sort((a, b) => b.total - a.total || b.failed - a.failed)
  return counted.slice(0, MOST_CELLS)
}

function likelihoodAt(cells: readonly CountedCell[], scatter: Scatter): number {
  let failed = 0
  let total = 0
  for (const cell of cells) {
    const weight = weightUnderScatter(cell.total, scatter)
    failed += weight * cell.failed
    total += weight * cell.total
  }
  if (failed <= 0 || failed >= total) return 0
  const share = failed / total
  const a = (share * (1 - scatter)) / scatter
  const b = ((1 - share) * (1 - scatter)) / scatter
  let likelihood = 0
  for (const cell of cells) {
    likelihood +=
      logRising(a, cell.failed) + logRising(b, cell.total - cell.failed) - logRising(a + b, cell.total)
  }
  return likelihood
}

/** ln Γ(start + count) − ln Γ(start). */
function logRising(start: number, count: number): number {
  if (count <= 0) return 0
  if (start > 1e5 && count < start * 1e-3)
    return count * Math.log(start) + (count * (count - 1)) / (2 * start)
  return logGamma(start + count) - logGamma(start)
}
