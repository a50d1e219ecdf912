import { describe, expect, test } from 'vitest'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import type { View } from '../../../../shared/commonality/prepare/prepared.ts'
import { toParts } from '../../../../shared/commonality/prepare/to-parts.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'
import { recordsOf } from './made-records.ts'

const ROWS = 600
const chance = chanceOf(1, 'prepare')
const rows = Array.from({ length: ROWS }, (_, row) => row)
const failed = rows.map((row) => row % 10 === 0)

function viewsOf(
  columns: Parameters<typeof recordsOf>[0],
  options: Parameters<typeof prepareCase>[1] = {},
): string[] {
  return prepareCase(recordsOf(columns, failed), options).views.map(tell)
}

function tell(view: View): string {
  if (view.kind === 'ranges') return `${view.column.name}: ${view.cuts.length - 1} ranges`
  return view.kind === 'prefix' ? `${view.column.name}: ${view.length} digits` : view.column.name
}

describe('the case that is searched', () => {
  test('counts the records of both sides by row', () => {
    const table = recordsOf({ carrier: ['a', 'b'] }, [
      [3, 10],
      [0, 4],
    ])
    const { caseTable } = prepareCase(table)
    expect([...caseTable.failed]).toEqual([3, 0])
    expect([...caseTable.total]).toEqual([10, 4])
  })

  test('looks at a category as it is and takes its codes over', () => {
    const table = recordsOf({ carrier: rows.map((row) => `c${row % 7}`) }, failed)
    const { caseTable } = prepareCase(table)
    expect(caseTable.dimensions[0]?.codes).toBe(table.columns[0]?.codes)
    expect(caseTable.dimensions[0]?.name).toBe('carrier')
  })

  test('looks at amounts in ranges, at a few numbers as names, at whole numbers that may be names as both', () => {
    expect(viewsOf({ mos: rows.map(() => chance.between(1, 5)) })).toEqual(
      [16, 8, 4, 2].map((n) => `mos: ${n} ranges`),
    )
    expect(viewsOf({ hops: rows.map((row) => row % 20) })).toEqual(['hops'])
    expect(viewsOf({ trunk: rows.map((row) => row % 40) })[0]).toBe('trunk')
    expect(viewsOf({ trunk: rows.map((row) => row % 40) })).toHaveLength(5)
  })

  test('looks at times in windows, as finely as there are instants', () => {
    const at = Date.UTC(2026, 10, 20)
    expect(viewsOf({ start: { kind: 'time', cells: rows.map((row) => at + row * 977) } })).toEqual(
      [64, 32, 16, 8, 4, 2].map((n) => `start: ${n} ranges`),
    )
    expect(viewsOf({ minute: { kind: 'time', cells: rows.map((row) => at + (row % 5) * 60_000) } })).toEqual(
      [5, 3, 2].map((n) => `minute: ${n} ranges`),
    )
  })

  test('looks at digits by the lengths at which they part, and at whole numbers where there are few', () => {
    const numbers = rows.map(
      (row) => `+44${row % 2 === 0 ? '207' : '161'}${String(row % 600).padStart(6, '0')}`,
    )
    // +44 2 and +44 1 part at four characters, the numbers themselves only where three more digits are known.
    expect(viewsOf({ called: { kind: 'digits', cells: numbers } })).toEqual([
      'called: 11 digits',
      'called: 10 digits',
      'called: 4 digits',
    ])
    expect(
      viewsOf({ called: { kind: 'digits', cells: rows.map((row) => numbers[row % 30] ?? '') } })[0],
    ).toBe('called')
  })

  test('has one name for each way to look at a column', () => {
    const { caseTable } = prepareCase(
      recordsOf(
        {
          start: { kind: 'time', cells: rows.map((row) => row * 1000) },
          mos: rows.map(() => chance.between(1, 5)),
          called: { kind: 'digits', cells: rows.map(() => String(chance.whole(1e6, 1e7))) },
        },
        failed,
      ),
    )
    const names = caseTable.dimensions.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('has the blank as a value once for each column where it is asked for', () => {
    const columns = {
      codec: rows.map((row) => (row % 3 === 0 ? null : `c${row % 2}`)),
      mos: rows.map((row) => (row % 5 === 0 ? null : chance.between(1, 5))),
      called: {
        kind: 'digits' as const,
        cells: rows.map((row) => (row % 4 === 0 ? null : `${20 + (row % 9)}${row}`)),
      },
    }
    const prepared = prepareCase(recordsOf(columns, failed), { blankAsValue: ['codec', 'mos', 'called'] })
    const blanks = prepared.views.flatMap(({ blank }, dimension) =>
      blank === null ? [] : [{ dimension, code: blank }],
    )
    expect(toParts(prepared, blanks)).toEqual([
      { kind: 'blank', column: 'codec' },
      { kind: 'blank', column: 'mos' },
      { kind: 'blank', column: 'called' },
    ])
    for (const { dimension, code } of blanks) {
      const codes = prepared.caseTable.dimensions[dimension]?.codes ?? []
      expect(rows.filter((row) => codes[row] === code)).toEqual(
        rows.filter(
          (row) =>
            [columns.codec, columns.mos, columns.called.cells][
              blanks.findIndex((one) => one.dimension === dimension)
            ]?.[row] === null,
        ),
      )
    }
  })

  test('is the same each time', () => {
    const columns = { mos: rows.map(() => chance.between(1, 5)), carrier: rows.map((row) => `c${row % 7}`) }
    expect(prepareCase(recordsOf(columns, failed)).caseTable).toEqual(
      prepareCase(recordsOf(columns, failed)).caseTable,
    )
  })

  test('of no rows or no columns has nothing to search', () => {
    expect(prepareCase(recordsOf({}, failed)).caseTable.dimensions).toEqual([])
    expect(
      prepareCase(recordsOf({ carrier: [], mos: { kind: 'number', cells: [] } }, [])).caseTable.rows,
    ).toBe(0)
  })
})
