import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeTallies } from '../../../../shared/commonality/findings/code-tallies.ts'
import { insideRows, tallyOf } from '../../../../shared/commonality/findings/inside-rows.ts'
import { caseTable, literal, madeTables } from './made-table.ts'

const table = caseTable([
  { carrier: 'X', codec: 'G.729', failed: 1 },
  { carrier: 'X', codec: 'G.711', working: 1 },
  { carrier: 'X', codec: 'G.729', failed: 2, working: 3 },
  { carrier: 'X', codec: 'G.729' },
  { carrier: '', codec: 'G.729', failed: 1 },
])

test('rows inside meet every literal and stand for records', () => {
  const rows = insideRows(table, [literal(table, 'carrier', 'X'), literal(table, 'codec', 'G.729')])
  expect([...rows]).toEqual([0, 2])
  expect(tallyOf(table, rows)).toEqual({ failed: 3, total: 6 })
})

test('no literal means every row that stands for records', () => {
  expect([...insideRows(table, [])]).toEqual([0, 1, 2, 4])
  expect(tallyOf(table)).toEqual({ failed: 4, total: 8 })
})

test('tallies by value add up to those of the rows', () => {
  fc.assert(
    fc.property(madeTables, (made) => {
      const rows = insideRows(made, []).filter((row) => row % 2 === 0)
      for (const { failed, total } of codeTallies(made, rows)) {
        const sum = { failed: failed.reduce((a, b) => a + b, 0), total: total.reduce((a, b) => a + b, 0) }
        expect(sum).toEqual(tallyOf(made, rows))
      }
    }),
  )
})
