import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchedSample } from '../../../../shared/commonality/prepare/matched-sample.ts'
import type { RecordTable } from '../../../../shared/commonality/record-table.ts'
import { recordsOf } from './made-records.ts'

const HOUR = 3_600_000

function sum(weights: Iterable<number>): number {
  return [...weights].reduce((all, weight) => all + weight, 0)
}

/** Failing and working records by value of the column. */
function byValue(
  { columns, failed, working, rows }: RecordTable,
  name: string,
): Map<number, [number, number]> {
  const codes = columns.find((column) => column.name === name)?.codes ?? []
  const found = new Map<number, [number, number]>()
  for (let row = 0; row < rows; row += 1) {
    const code = codes[row] ?? 0
    const [failing, other] = found.get(code) ?? [0, 0]
    found.set(code, [failing + (failed[row] ?? 0), other + (working[row] ?? 0)])
  }
  return found
}

const singles = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), {
  minLength: 1,
  maxLength: 200,
})
const counted = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
  { minLength: 1, maxLength: 60 },
)

describe('a matched sample', () => {
  test('has for each failing record as many working ones, whichever the customer', () => {
    fc.assert(
      fc.property(singles, (records) => {
        const table = recordsOf(
          { customer: records.map(([customer]) => `c${customer}`) },
          records.map(([, fails]) => fails),
        )
        const sample = matchedSample(table, ['customer'])
        for (const [failing, working] of byValue(sample.table, 'customer').values()) {
          expect(working).toBeCloseTo(failing * sample.ratio, 9)
        }
      }),
    )
  })

  test('of counted rows as well', () => {
    fc.assert(
      fc.property(counted, (records) => {
        const table = recordsOf(
          { customer: records.map(([customer]) => `c${customer}`) },
          records.map(([, failing, working]) => [failing, failing + working] as const),
        )
        const sample = matchedSample(table, ['customer'])
        for (const [failing, working] of byValue(sample.table, 'customer').values()) {
          expect(working).toBeCloseTo(failing * sample.ratio, 6)
        }
      }),
    )
  })

  test('never invents: no row weighs more than it did, single records are taken whole or not', () => {
    fc.assert(
      fc.property(singles, (records) => {
        const table = recordsOf(
          { customer: records.map(([customer]) => `c${customer}`) },
          records.map(([, fails]) => fails),
        )
        const { failed, working } = matchedSample(table, ['customer']).table
        for (let row = 0; row < table.rows; row += 1) {
          expect([0, table.failed[row]]).toContain(failed[row])
          expect([0, table.working[row]]).toContain(working[row])
        }
      }),
    )
    fc.assert(
      fc.property(counted, (records) => {
        const table = recordsOf(
          { customer: records.map(([customer]) => `c${customer}`) },
          records.map(([, failing, working]) => [failing, failing + working] as const),
        )
        const { failed, working } = matchedSample(table, ['customer']).table
        expect(table.failed.every((weight, row) => (failed[row] ?? 0) <= weight)).toBe(true)
        expect(table.working.every((weight, row) => (working[row] ?? 0) <= weight)).toBe(true)
      }),
    )
  })

  test('says what it kept and dropped, on both sides', () => {
    fc.assert(
      fc.property(singles, (records) => {
        const table = recordsOf(
          { customer: records.map(([customer]) => `c${customer}`) },
          records.map(([, fails]) => fails),
        )
        const { kept, dropped, table: taken } = matchedSample(table, ['customer'])
        expect(kept).toEqual({ failing: sum(taken.failed), working: sum(taken.working) })
        expect(kept.failing + dropped.failing).toBe(sum(table.failed))
        expect(kept.working + dropped.working).toBe(sum(table.working))
      }),
    )
  })

  test('keeps four working records for each failing one where there are enough', () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => row)
    const table = recordsOf(
      { customer: rows.map((row) => `c${row % 2}`) },
      rows.map((row) => row < 100),
    )
    expect(matchedSample(table, ['customer'])).toMatchObject({
      ratio: 4,
      kept: { failing: 100, working: 400 },
      dropped: { failing: 0, working: 500 },
    })
  })

  test('drops failing records that nothing equals, and takes fewer working ones for each rather than most failing ones', () => {
    const rows = Array.from({ length: 300 }, (_, row) => row)
    const customer = rows.map((row) => (row < 10 ? 'alone' : 'both'))
    const table = recordsOf(
      { customer },
      rows.map((row) => row < 210),
    )
    expect(matchedSample(table, ['customer'])).toMatchObject({
      ratio: 1 / 2,
      kept: { failing: 180, working: 90 },
      dropped: { failing: 30, working: 0 },
    })
  })

  test('equals times by the hour, numbers by range, digits by where they part', () => {
    const rows = Array.from({ length: 800 }, (_, row) => row)
    const begin = Date.UTC(2026, 10, 20, 8)
    const table = recordsOf(
      {
        start: { kind: 'time', cells: rows.map((row) => begin + (row % 4) * HOUR + row * 1_000) },
        load: rows.map((row) => (row % 2) * 100 + ((row * 7) % 800) / 1_000),
        called: { kind: 'digits', cells: rows.map((row) => `${row % 8 < 4 ? 44 : 33}${row}00`) },
      },
      // All that fails is of the second hour, of high load and of the first country.
      rows.map((row) => row % 8 === 1 && row < 400),
    )
    const { table: taken } = matchedSample(table, ['start', 'load', 'called'])
    const working = rows.filter((row) => (taken.working[row] ?? 0) > 0)
    expect(working.length).toBeGreaterThan(0)
    expect(working.filter((row) => row % 8 !== 1)).toEqual([])
  })

  test('is the same each time, and not simply the first rows', () => {
    const rows = Array.from({ length: 500 }, (_, row) => row)
    const table = recordsOf(
      { customer: rows.map(() => 'c') },
      rows.map((row) => row % 50 === 0),
    )
    const sample = matchedSample(table, ['customer'])
    expect(matchedSample(table, ['customer'])).toEqual(sample)
    const working = rows.filter((row) => sample.table.working[row] === 1)
    expect(Math.max(...working)).toBeGreaterThan(250)
  })

  test('cannot be had by a column that is missing or names single records', () => {
    const table = recordsOf({ uuid: { kind: 'identifier', cells: ['a', 'b'] } }, [true, false])
    const unread = {
      ...table,
      columns: table.columns.map((column) => ({ ...column, codes: null, values: [] })),
    }
    expect(() => matchedSample(table, ['hour'])).toThrow('These records have no column "hour".')
    expect(() => matchedSample(unread, ['uuid'])).toThrow('Column "uuid" names single records')
  })
})
