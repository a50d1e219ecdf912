import { describe, expect, test } from 'vitest'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import { sidesSummary } from '../../../../shared/commonality/prepare/sides-summary.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'
import { makeRecordsCase } from '../../../support/incidents/records-case.ts'
import { recordsOf, tableOf } from './made-records.ts'

const rows = Array.from({ length: 400 }, (_, row) => row)
const failed = rows.map((row) => row % 4 === 0)
const chance = chanceOf(5, 'sides')
const HOUR = 3_600_000
const BEGIN = Date.UTC(2026, 10, 20, 8)

function summaryOf(
  columns: Parameters<typeof recordsOf>[0],
  sides: Parameters<typeof recordsOf>[1] = failed,
) {
  return sidesSummary(prepareCase(recordsOf(columns, sides)))
}

function warningsOf(
  columns: Parameters<typeof recordsOf>[0],
  sides: Parameters<typeof recordsOf>[1] = failed,
) {
  return summaryOf(columns, sides).warnings.map(({ kind, column }) => `${kind} ${column}`)
}

describe('both sides', () => {
  test('are told by records, rows and time', () => {
    const cells = rows.map((row) => (row === 5 ? null : BEGIN + row * 1_000))
    const { failing, working } = summaryOf({ start: { kind: 'time', role: 'start', cells } })
    expect(failing).toEqual({ records: 100, rows: 100, from: BEGIN, to: BEGIN + 396_000 })
    expect(working).toEqual({ records: 300, rows: 300, from: BEGIN + 1_000, to: BEGIN + 399_000 })
  })

  test('of counted rows are what the rows stand for', () => {
    const { failing, working } = summaryOf({ carrier: ['a', 'b'] }, [
      [3, 10],
      [0, 4],
    ])
    expect(failing).toEqual({ records: 3, rows: 1, from: null, to: null })
    expect(working).toEqual({ records: 11, rows: 2, from: null, to: null })
  })
})

describe('a warning is given', () => {
  test('where one side is missing or small', () => {
    const carrier = rows.map((row) => `c${row % 3}`)
    expect(
      warningsOf(
        { carrier },
        rows.map(() => true),
      ),
    ).toEqual(['one-class null'])
    expect(
      warningsOf(
        { carrier },
        rows.map(() => false),
      ),
    ).toEqual(['one-class null'])
    expect(
      warningsOf(
        { carrier },
        rows.map((row) => row < 19),
      ),
    ).toEqual(['few-failing null'])
    expect(
      warningsOf(
        { carrier },
        rows.map((row) => row >= 19),
      ),
    ).toEqual(['few-working null'])
  })

  test('where failing and working records are of different hours', () => {
    function at(failing: () => number, working: () => number) {
      const cells = rows.map((row) => BEGIN + (failed[row] === true ? failing() : working()))
      return warningsOf({ start: { kind: 'time', role: 'start', cells } })
    }
    expect(
      at(
        () => chance.whole(0, HOUR),
        () => chance.whole(4 * HOUR, 6 * HOUR),
      ),
    ).toEqual(['time start'])
    expect(
      at(
        () => chance.whole(0, HOUR),
        () => chance.whole(0, HOUR),
      ),
    ).toEqual([])
    // A fault of the last hours of a day has hours before it to compare with.
    expect(
      at(
        () => chance.whole(4 * HOUR, 6 * HOUR),
        () => chance.whole(0, 6 * HOUR),
      ),
    ).toEqual([])
  })

  test('where they belong to different customers, earlier than for another column', () => {
    const cells = rows.map((row) =>
      failed[row] === true ? chance.pick(['a', 'b']) : chance.pick(['a', 'b', 'c', 'd']),
    )
    expect(warningsOf({ owner: { role: 'customer', cells } })).toEqual([])
    const apart = rows.map((row) =>
      failed[row] === true ? chance.pick(['a', 'a', 'a', 'b']) : chance.pick(['b', 'c', 'c', 'd', 'd', 'd']),
    )
    expect(warningsOf({ owner: { role: 'customer', cells: apart } })).toEqual(['customer owner'])
    expect(warningsOf({ owner: apart })).toEqual([])
    const disjoint = rows.map((row) => (failed[row] === true ? `x${row % 3}` : `y${row % 3}`))
    expect(warningsOf({ owner: disjoint })).toEqual(['attribute owner'])
  })

  test('with how well the column tells the sides apart, best first', () => {
    const disjoint = rows.map((row) => (failed[row] === true ? `x${row % 3}` : `y${row % 3}`))
    const nearly = disjoint.map((value, row) => (row % 100 === 0 ? 'y1' : value))
    const { warnings } = summaryOf({ nearly, disjoint })
    expect(warnings.map(({ column }) => column)).toEqual(['disjoint', 'nearly'])
    expect(warnings[0]?.strength).toBeCloseTo(1, 9)
    expect(warnings[1]?.strength).toBeGreaterThan(0.95)
  })

  test('neither for a true cause nor for many values that differ by chance', () => {
    const sides = Array.from({ length: 200 }, (_, row) => row < 100)
    const carrier = sides.map((_, row) => (row < 93 || row >= 196 ? 'X' : `c${row % 6}`))
    const cell = sides.map(() => `cell ${chance.whole(1, 60)}`)
    expect(warningsOf({ carrier, cell }, sides)).toEqual([])
    const cases = Array.from({ length: 20 }, (_, index) => makeRecordsCase('tiny', 11, index))
    expect(cases.flatMap(({ table }) => sidesSummary(prepareCase(tableOf(table))).warnings)).toEqual([])
  })
})
