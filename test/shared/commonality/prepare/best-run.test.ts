import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestRun, type Run, type Steps } from '../../../../shared/commonality/prepare/best-run.ts'
import { gainOf } from '../../../../shared/commonality/search/likelihood.ts'

const step = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))

function stepsOf(pairs: readonly (readonly [failed: number, working: number])[]): Steps {
  return {
    failed: Float64Array.from(pairs, ([failed]) => failed),
    total: Float64Array.from(pairs, ([failed, working]) => failed + working),
  }
}

/** More records beside the scale, none failing. */
function wholeOf({ failed, total }: Steps, beside: number) {
  return { failed: sum(failed), total: sum(total) + beside }
}

function sum(counts: Float64Array): number {
  return counts.reduce((all, count) => all + count, 0)
}

function scoreOf(steps: Steps, beside: number, cost: number, { first, last }: Run): number {
  const whole = wholeOf(steps, beside)
  const failed = sum(steps.failed.slice(first, last + 1))
  const total = sum(steps.total.slice(first, last + 1))
  const ends = Number(first > 0) + Number(last < steps.failed.length - 1)
  return gainOf(failed, total, whole.failed, whole.total) - ends * cost
}

describe('the best run', () => {
  test('is the best of all that share a step with the start', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.nat(20),
        fc.constantFrom(0, 0.5, 3),
        fc.nat(),
        fc.nat(),
        (pairs, beside, cost, a, b) => {
          const steps = stepsOf(pairs)
          const ends = [a % pairs.length, b % pairs.length].sort((x, y) => x - y)
          const start = { first: ends[0] ?? 0, last: ends[1] ?? 0 }
          const found = bestRun(steps, wholeOf(steps, beside), start, cost)
          let best = -Infinity
          for (let first = 0; first <= start.last; first += 1) {
            for (let last = Math.max(first, start.first); last < pairs.length; last += 1) {
              best = Math.max(best, scoreOf(steps, beside, cost, { first, last }))
            }
          }
          expect(scoreOf(steps, beside, cost, found)).toBeCloseTo(best, 9)
          expect(found.first).toBeLessThanOrEqual(start.last)
          expect(found.last).toBeGreaterThanOrEqual(start.first)
        },
      ),
    )
  })

  test('of many steps is found from within, and is never worse than where it started', () => {
    const pairs = Array.from({ length: 500 }, (_, place) =>
      place >= 120 && place < 333 ? ([9, 1] as const) : ([0, 10] as const),
    )
    const steps = stepsOf(pairs)
    expect(bestRun(steps, wholeOf(steps, 0), { first: 200, last: 210 }, 1)).toEqual({ first: 120, last: 332 })
    fc.assert(
      fc.property(fc.array(step, { minLength: 129, maxLength: 200 }), fc.nat(128), (many, place) => {
        const some = stepsOf(many)
        const start = { first: place, last: place }
        const found = bestRun(some, wholeOf(some, 5), start, 0.5)
        expect(scoreOf(some, 5, 0.5, found)).toBeGreaterThanOrEqual(scoreOf(some, 5, 0.5, start))
      }),
      { numRuns: 30 },
    )
  })

  test('of equals is the shorter one: steps without records are left out', () => {
    const steps = stepsOf([
      [0, 9],
      [0, 0],
      [9, 0],
      [0, 0],
      [0, 9],
    ])
    expect(bestRun(steps, wholeOf(steps, 0), { first: 1, last: 3 }, 0.1)).toEqual({ first: 2, last: 2 })
  })

  test('stays open where closing it does not earn the cost of an end', () => {
    const steps = stepsOf([
      [0, 50],
      [40, 5],
      [0, 1],
    ])
    expect(bestRun(steps, wholeOf(steps, 0), { first: 1, last: 1 }, 0)).toEqual({ first: 1, last: 1 })
    expect(bestRun(steps, wholeOf(steps, 0), { first: 1, last: 1 }, 4)).toEqual({ first: 1, last: 2 })
  })
})
