import { array, assert, nat, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseTable } from '../../../../shared/commonality/case-table.ts'
import { countPairs, type PairCounts } from '../../../../shared/commonality/search/count-pairs.ts'
import { makeCountedIncident } from '../../../support/incidents/counted-incident.ts'
import { makeRecordsCase } from '../../../support/incidents/records-case.ts'

/** By cell, row after row. */
function countedPlainly(table: CaseTable, { first, second, width }: PairCounts) {
  const one = table.dimensions[first]
  const other = table.dimensions[second]
  const cells = (one?.values.length ?? 0) * width
  const failed = new Float64Array(cells)
  const total = new Float64Array(cells)
  for (let row = 0; row < table.rows; row += 1) {
    const cell = (one?.codes[row] ?? 0) * width + (other?.codes[row] ?? 0)
    failed[cell] = (failed[cell] ?? 0) + (table.failed[row] ?? 0)
    total[cell] = (total[cell] ?? 0) + (table.total[row] ?? 0)
  }
  return { failed, total }
}

/** How many pairs there are, each once, with what is wrong about them. */
function check(table: CaseTable): { pairs: number; wrong: string[] } {
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const pair of countPairs(table)) {
    const name = [pair.first, pair.second].sort((a, b) => a - b).join(' ')
    const plainly = countedPlainly(table, pair)
    const isSame =
      String(pair.failed) === String(plainly.failed) && String(pair.total) === String(plainly.total)
    if (seen.has(name) || !isSame) wrong.push(name)
    seen.add(name)
  }
  return { pairs: seen.size, wrong }
}

describe('counts of every two dimensions', () => {
  test('single records, with blanks', () => {
    const { table } = makeRecordsCase('small', 1, 0, { blanks: 0.1 })
    expect(check(table)).toEqual({ pairs: 105, wrong: [] })
  })

  test('counts per row', () => {
    const { table } = makeCountedIncident(1, 0)
    const count = table.dimensions.length
    expect(check(table)).toEqual({ pairs: (count * (count - 1)) / 2, wrong: [] })
  })

  test('any small table', () => {
    const row = record({
      codes: tuple(...[2, 3, 40, 60].map((size) => nat(size - 1))),
      failed: nat(3),
      working: nat(3),
    })
    assert(
      property(array(row, { maxLength: 60 }), (rows) => {
        const table = {
          rows: rows.length,
          dimensions: [2, 3, 40, 60].map((size, place) => ({
            name: `d${place}`,
            column: `d${place}`,
            codes: Uint8Array.from(rows, ({ codes }) => codes[place] ?? 0),
            values: Array.from({ length: size }, (_, code) => `v${code}`),
          })),
          failed: Float64Array.from(rows, ({ failed }) => failed),
          total: Float64Array.from(rows, ({ failed, working }) => failed + working),
        }
        expect(check(table)).toEqual({ pairs: 6, wrong: [] })
      }),
      { numRuns: 50 },
    )
  })

  test('a dimension with more values than can be counted in pairs is left out', () => {
    const values = Array.from({ length: 70_000 }, (_, code) => String(code))
    const dimensions = ['a', 'b', 'c'].map((name) => ({
      name,
      column: name,
      codes: Uint32Array.of(1, 2),
      values: name === 'b' ? values : ['', 'x', 'y'],
    }))
    const table = { rows: 2, dimensions, failed: Float64Array.of(1, 0), total: Float64Array.of(1, 1) }
    expect([...countPairs(table)].map(({ first, second }) => [first, second])).toEqual([[0, 2]])
  })
})
