import { describe, expect, test } from 'vitest'
import type { Conjunction } from '../../../../shared/commonality/case-table.ts'
import { insideRows } from '../../../../shared/commonality/findings/inside-rows.ts'
import { coveredRows, tallyParts } from '../../../../shared/commonality/prepare/covered-rows.ts'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import { toParts } from '../../../../shared/commonality/prepare/to-parts.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'
import { recordsOf } from './made-records.ts'

const chance = chanceOf(3, 'covered')
const rows = Array.from({ length: 500 }, (_, row) => row)

function blankOr<T>(value: T): T | null {
  return chance.share() < 0.1 ? null : value
}

const columns = {
  start: {
    kind: 'time' as const,
    role: 'start' as const,
    cells: rows.map((row) => blankOr(1_700_000_000_000 + row * 977)),
  },
  carrier: rows.map(() => blankOr(`carrier ${chance.whole(1, 4)}`)),
  mos: rows.map(() => blankOr(chance.between(1, 5))),
  trunk: rows.map(() => blankOr(chance.whole(1, 60))),
  called: {
    kind: 'digits' as const,
    cells: rows.map(() =>
      blankOr(`${chance.pick(['+442079460', '+331990012', '+121255501'])}${chance.whole(10, 99)}`),
    ),
  },
}
const failed = rows.map(() => chance.share() < 0.2)

describe('records that have all parts of a description', () => {
  test('are those that the case says are inside, for every way to look at every column', () => {
    const prepared = prepareCase(recordsOf(columns, failed), {
      blankAsValue: ['carrier', 'mos', 'called', 'start'],
    })
    const { caseTable, table } = prepared
    const literals = caseTable.dimensions.flatMap(({ values }, dimension) =>
      values.slice(1).map((_, place) => ({ dimension, code: place + 1 })),
    )
    expect(literals.length).toBeGreaterThan(100)
    for (const literal of literals) {
      const other = chance.pick(literals)
      const isOtherColumn =
        caseTable.dimensions[other.dimension]?.column !== caseTable.dimensions[literal.dimension]?.column
      const conjunction: Conjunction = isOtherColumn ? [literal, other] : [literal]
      const parts = toParts(prepared, conjunction)
      const covered = coveredRows(table, parts)
      expect({ parts, rows: rows.filter((row) => covered[row] === 1) }).toEqual({
        parts,
        rows: [...insideRows(caseTable, conjunction)],
      })
    }
  })

  test('are counted against all others', () => {
    const table = recordsOf({ carrier: ['a', 'b', 'a', null] }, [
      [2, 10],
      [1, 5],
      [0, 4],
      [3, 3],
    ])
    expect(tallyParts(table, [{ kind: 'value', column: 'carrier', value: 'a' }])).toEqual({
      inside: { failed: 2, total: 14 },
      outside: { failed: 4, total: 8 },
    })
    expect(tallyParts(table, []).inside).toEqual({ failed: 6, total: 22 })
  })

  test('are found by more digits or by whole numbers where that length was not read', () => {
    const table = recordsOf(columns, failed)
    const part = { kind: 'prefix', column: 'called', prefix: '+4420' } as const
    const expected = columns.called.cells.map((cell) => Number(cell?.startsWith('+4420') ?? false))
    expect([...coveredRows(table, [part])]).toEqual(expected)
    function withLengths(change: (length: number) => boolean) {
      return {
        ...table,
        columns: table.columns.map((column) => ({
          ...column,
          prefixes: column.prefixes?.filter(({ length }) => change(length)) ?? null,
        })),
      }
    }
    expect([
      ...coveredRows(
        withLengths((length) => length === 9),
        [part],
      ),
    ]).toEqual(expected)
  })

  test('cannot be told where the column is missing or its values were not read', () => {
    const table = recordsOf(
      { uuid: { kind: 'identifier', cells: rows.map((row) => `u${row}`) }, ...columns },
      failed,
    )
    const unread = {
      ...table,
      columns: table.columns.map((column) => ({ ...column, codes: null, numbers: null, prefixes: [] })),
    }
    expect(() => coveredRows(table, [{ kind: 'blank', column: 'gateway' }])).toThrow(
      'These records have no column "gateway".',
    )
    for (const part of [
      { kind: 'value', column: 'uuid', value: 'u1' },
      { kind: 'blank', column: 'uuid' },
      { kind: 'prefix', column: 'uuid', prefix: 'u' },
      { kind: 'range', column: 'uuid', from: 0, to: null },
    ] as const) {
      expect(() => coveredRows(unread, [part])).toThrow('The values of column "uuid" were not read')
    }
  })

  test('with a value these records do not have are none', () => {
    const table = recordsOf(columns, failed)
    expect(tallyParts(table, [{ kind: 'value', column: 'carrier', value: 'elsewhere' }]).inside.total).toBe(0)
    expect(tallyParts(table, [{ kind: 'value', column: 'trunk', value: '999' }]).inside.total).toBe(0)
  })
})

test('a literal that the case does not have is refused', () => {
  const prepared = prepareCase(recordsOf(columns, failed))
  expect(() => toParts(prepared, [{ dimension: 99, code: 1 }])).toThrow('There is no dimension 99')
  expect(() => toParts(prepared, [{ dimension: 0, code: 0 }])).toThrow('Dimension 0 has no value 0.')
})
