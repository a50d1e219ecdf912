import { gainOf } from '../search/likelihood.ts'
import type { Tally } from '../search-result.ts'

/** Pieces of a scale, side by side and ascending. */
export interface Steps {
  readonly failed: Float64Array
  readonly total: Float64Array
}

/** Neighbouring steps, both ends included. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** An end inside the scale has to be named among so many; one at the end of the scale is open and costs nothing. */
export function endCost(steps: number): number {
  return Math.log(Math.max(1, steps))
}

/** Up to so many steps every run is looked at. */
const EVERY_RUN_UP_TO = 128

/**
 * The run of steps in which failing records gather most, measured against `whole`: the same gain by which the search
 * judges, less `cost` for each end inside the scale. Only runs that share a step with `start`. Of equals the shorter one,
 * then the earlier one.
 * Where there are many steps, one end is moved at a time until neither can be moved for the better.
 */
export function bestRun({ failed, total }: Steps, whole: Tally, start: Run, cost: number): Run {
  const failedTo = sumsOf(failed)
  const totalTo = sumsOf(total)
  const steps = failed.length
  function scoreOf(first: number, last: number): number {
    const inside = (failedTo[last + 1] ?? 0) - (failedTo[first] ?? 0)
    const all = (totalTo[last + 1] ?? 0) - (totalTo[first] ?? 0)
    const ends = (first > 0 ? 1 : 0) + (last < steps - 1 ? 1 : 0)
    return gainOf(inside, all, whole.failed, whole.total) - ends * cost
  }

  let best: Run & { readonly score: number } = { ...start, score: scoreOf(start.first, start.last) }
  function consider(first: number, last: number): void {
    const score = scoreOf(first, last)
    const isLevel = Math.abs(score - best.score) <= LEVEL * Math.max(1, score)
    const isShorter = last - first < best.last - best.first
    if (isLevel ? isShorter : score > best.score) best = { first, last, score }
  }

  if (steps <= EVERY_RUN_UP_TO) {
    for (let first = 0; first <= start.last; first += 1) {
      for (let last = Math.max(first, start.first); last < steps; last += 1) consider(first, last)
    }
    return { first: best.first, last: best.last }
  }
  for (let before = null as Run | null; before !== best;) {
    before = best
    const { last } = best
    for (let first = 0; first <= Math.min(last, start.last); first += 1) consider(first, last)
    const { first } = best
    for (let end = Math.max(first, start.first); end < steps; end += 1) consider(first, end)
  }
  return { first: best.first, last: best.last }
}

/** Sums that were added in another order differ by less. */
const LEVEL = 1e-12

/** Place n holds the sum of the first n. */
function sumsOf(counts: Float64Array): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  for (const [place, count] of counts.entries()) sums[place + 1] = (sums[place] ?? 0) + count
  return sums
}
