import type { Codes } from '../case-table.ts'
import type { Tally } from '../search-result.ts'
import { bestRun, endCost, type Run, type Steps } from './best-run.ts'

/** Rows along a scale. */
export interface Scale {
  /** Position of each row of the table. */
  readonly numbers: Float64Array
  /** The range each row lies in, from 1 on. */
  readonly codes: Codes
  readonly ranges: number
  /** Rows that are looked at; all of them lie in a range. */
  readonly rows: Uint32Array
  readonly failed: Float64Array
  readonly total: Float64Array
}

/** A stretch of the scale, by the rows it has and those that lie next to it. */
export interface Stretch {
  /** Least and greatest number inside. */
  readonly least: number
  readonly greatest: number
  /** Greatest number below and least above; infinite where there is none. */
  readonly below: number
  readonly above: number
  readonly inside: Tally
}

/**
 * The stretch in which failing records gather most, exact to the row: first among whole ranges, then the rows of the
 * ranges at either end one number at a time. It shares a range with `start` (places of ranges from 0 on).
 */
export function sharpenRun(scale: Scale, whole: Tally, start: Run): Stretch {
  const cost = endCost(scale.ranges)
  const coarse = bestRun(rangeSteps(scale), whole, start, cost)
  const steps = numberSteps(scale, coarse)
  const { first, last } = bestRun(
    {
      failed: Float64Array.from(steps, ({ failed }) => failed),
      total: Float64Array.from(steps, ({ total }) => total),
    },
    whole,
    {
      first: steps.findIndex(({ range }) => range >= coarse.first),
      last: steps.findLastIndex(({ range }) => range <= coarse.last),
    },
    cost,
  )
  const inside = steps.slice(first, last + 1)
  return {
    least: steps[first]?.least ?? Number.NaN,
    greatest: steps[last]?.greatest ?? Number.NaN,
    below: steps[first - 1]?.greatest ?? -Infinity,
    above: steps[last + 1]?.least ?? Infinity,
    inside: {
      failed: inside.reduce((sum, { failed }) => sum + failed, 0),
      total: inside.reduce((sum, { total }) => sum + total, 0),
    },
  }
}

function rangeSteps({ rows, codes, ranges, failed, total }: Scale): Steps {
  const steps = { failed: new Float64Array(ranges), total: new Float64Array(ranges) }
  for (const row of rows) {
    const range = (codes[row] ?? 1) - 1
    steps.failed[range] = (steps.failed[range] ?? 0) + (failed[row] ?? 0)
    steps.total[range] = (steps.total[range] ?? 0) + (total[row] ?? 0)
  }
  return steps
}

interface NumberStep {
  readonly range: number
  least: number
  greatest: number
  failed: number
  total: number
}

/**
 * In ascending order: every number of the ranges where the run ends, and of those next to them, as a step; any other
 * range as one step, since the rows of a whole one need no order among themselves.
 */
function numberSteps(scale: Scale, { first, last }: Run): NumberStep[] {
  const { numbers, codes, ranges } = scale
  const isFine = Array.from(
    { length: ranges },
    (_, range) => Math.min(Math.abs(range - first), Math.abs(range - last)) <= 1,
  )
  const rangeOf = (row: number) => (codes[row] ?? 1) - 1
  const wholeRanges: (NumberStep | undefined)[] = []
  const fineRows: number[] = []
  for (const row of scale.rows) {
    const range = rangeOf(row)
    if (isFine[range] === true) fineRows.push(row)
    else addRow(scale, (wholeRanges[range] ??= emptyStep(range)), row)
  }
  const steps = wholeRanges.filter((step) => step !== undefined)
  fineRows.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
  for (const row of fineRows) {
    const before = steps.at(-1)
    const isLevel = before !== undefined && before.greatest === numbers[row]
    const step = isLevel ? before : emptyStep(rangeOf(row))
    if (!isLevel) steps.push(step)
    addRow(scale, step, row)
  }
  return steps.sort((a, b) => a.least - b.least)
}

function emptyStep(range: number): NumberStep {
  return { range, least: Infinity, greatest: -Infinity, failed: 0, total: 0 }
}

function addRow({ numbers, failed, total }: Scale, step: NumberStep, row: number): void {
  const number = numbers[row] ?? Number.NaN
  step.least = Math.min(step.least, number)
  step.greatest = Math.max(step.greatest, number)
  step.failed += failed[row] ?? 0
  step.total += total[row] ?? 0
}
