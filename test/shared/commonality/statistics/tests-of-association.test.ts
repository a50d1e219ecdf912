import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { associationTest, oneSidedTest } from '../../../../shared/commonality/statistics/association-test.ts'
import { fisherTest, fisherTestToward } from '../../../../shared/commonality/statistics/fisher-test.ts'
import { cellsOf, marginsOf, type Fourfold } from '../../../../shared/commonality/statistics/fourfold.ts'
import { gStatistic, gTest, gTestToward } from '../../../../shared/commonality/statistics/g-test.ts'
import { fourfold, wholeTables } from './made-tables.ts'

/** All tables with the same margins, each as likely as its number of arrangements: counted with whole numbers. */
function naiveFisher(table: Fourfold): { two: number; fewer: number; more: number } {
  const { failing, working, inside } = marginsOf(table)
  const ways = new Map<number, bigint>()
  for (let count = Math.max(0, inside - working); count <= Math.min(failing, inside); count += 1) {
    ways.set(count, choose(failing, count) * choose(working, inside - count))
  }
  const observed = ways.get(table.failingInside) ?? 0n
  const share = (isMeant: (count: number, way: bigint) => boolean) => {
    let meant = 0n
    let all = 0n
    for (const [count, way] of ways) {
      all += way
      if (isMeant(count, way)) meant += way
    }
    return Number((meant * 10n ** 18n) / all) / 1e18
  }
  return {
    two: share((_, way) => way <= observed),
    fewer: share((count) => count <= table.failingInside),
    more: share((count) => count >= table.failingInside),
  }
}

function choose(of: number, some: number): bigint {
  let ways = 1n
  for (let i = 1; i <= some; i += 1) ways = (ways * BigInt(of - some + i)) / BigInt(i)
  return ways
}

/** Log-likelihood of two rates less that of one, as it is defined. */
function naiveGain(table: Fourfold): number {
  const { failing, working, inside, outside, all } = marginsOf(table)
  const likelihood = (failed: number, worked: number, of: number) =>
    (failed === 0 ? 0 : failed * Math.log(failed / of)) + (worked === 0 ? 0 : worked * Math.log(worked / of))
  return (
    likelihood(table.failingInside, table.workingInside, inside) +
    likelihood(table.failingOutside, table.workingOutside, outside) -
    likelihood(failing, working, all)
  )
}

describe('any table', () => {
  test("Fisher's test agrees with counting arrangements", () => {
    fc.assert(
      fc.property(wholeTables, (table) => {
        const { two, fewer, more } = naiveFisher(table)
        expect(fisherTest(table)).toBeCloseTo(two, 10)
        expect(fisherTestToward('fewer', table)).toBeCloseTo(fewer, 10)
        expect(fisherTestToward('more', table)).toBeCloseTo(more, 10)
      }),
    )
  })

  test('G is twice the gain of two rates over one', () => {
    fc.assert(
      fc.property(wholeTables, (table) => {
        expect(gStatistic(table)).toBeCloseTo(2 * naiveGain(table), 8)
      }),
    )
  })

  test('neither test changes when sides or halves are swapped, and both turn when one is', () => {
    fc.assert(
      fc.property(wholeTables, (table) => {
        const { failingInside, failingOutside, workingInside, workingOutside } = table
        const both = fourfold(workingOutside, workingInside, failingOutside, failingInside)
        const one = fourfold(failingOutside, failingInside, workingOutside, workingInside)
        expect(fisherTest(both)).toBeCloseTo(fisherTest(table), 9)
        expect(gTest(both)).toBeCloseTo(gTest(table), 9)
        expect(fisherTestToward('more', one)).toBeCloseTo(fisherTestToward('fewer', table), 9)
      }),
    )
  })
})

describe('which test', () => {
  test('is exact as soon as a cell is expected below 5', () => {
    expect(associationTest(fourfold(12, 88, 0, 900)).name).toBe('fisher')
    expect(associationTest(fourfold(5, 5, 5, 5)).name).toBe('g')
  })

  test('is G for weighted records, which no exact test knows', () => {
    const table = fourfold(2.5, 1, 1, 3)
    expect(associationTest(table)).toEqual({ name: 'g', p: gTest(table) })
  })

  test('is G over the scatter where rows scatter more than chance', () => {
    const table = fourfold(12, 88, 0, 900)
    expect(associationTest(table, 2)).toEqual({ name: 'g', p: gTest(table, 2) })
    expect(gTest(table, 2)).toBeGreaterThan(gTest(table))
  })

  test('is the same one-sided', () => {
    expect(oneSidedTest('fewer', fourfold(0, 5, 9, 1)).name).toBe('fisher')
    const many = fourfold(20, 80, 40, 60)
    expect(oneSidedTest('fewer', many)).toEqual({ name: 'g', p: gTest(many) / 2 })
    expect(oneSidedTest('more', many).p).toBeCloseTo(1 - gTest(many) / 2, 12)
  })

  test('has nothing to say about a side without records', () => {
    expect(associationTest(fourfold(0, 0, 3, 4)).p).toBe(1)
    expect(associationTest(fourfold(0, 0, 0, 0)).p).toBe(1)
  })
})

test('one-sided G adds up to 1 unless nothing differs', () => {
  fc.assert(
    fc.property(
      wholeTables.filter((table) => !cellsOf(table).includes(0)),
      (table) => {
        expect(gTestToward('fewer', table) + gTestToward('more', table)).toBeCloseTo(1, 12)
      },
    ),
  )
})
