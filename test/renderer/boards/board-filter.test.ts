import { expect, test } from 'vitest'
import { countTiles, isInTile, matchesWords } from '../../../renderer/boards/board-filter.ts'
import { clockWith, rowWith } from '../support/board-rows.ts'

const rows = [
  rowWith({ ticketId: 'a', owner: null, clocks: [clockWith({ dueAt: 100, atRiskAt: 50 })] }),
  rowWith({
    ticketId: 'b',
    status: 'awaiting-customer',
    clocks: [clockWith({ state: 'paused', dueAt: null })],
  }),
  rowWith({ ticketId: 'c', status: 'awaiting-mno' }),
]

test('counts follow the time', () => {
  const rest = { unowned: 1, 'awaiting-customer': 1, 'awaiting-mno': 1 }
  expect(countTiles(rows, 0)).toEqual({ breached: 0, 'at-risk': 0, ...rest })
  expect(countTiles(rows, 60)).toEqual({ breached: 0, 'at-risk': 1, ...rest })
  expect(countTiles(rows, 100)).toEqual({ breached: 1, 'at-risk': 0, ...rest })
})

test('a tile shows exactly the rows it counts', () => {
  const counts = countTiles(rows, 60)
  expect(rows.filter((row) => isInTile(row, 'at-risk', 60))).toHaveLength(counts['at-risk'])
  expect(rows.filter((row) => isInTile(row, 'unowned', 60)).map((row) => row.ticketId)).toEqual(['a'])
})

test('words match in any order, case and field', () => {
  const row = rowWith({
    caseNumber: 'C-77',
    subject: 'Córdoba: no data',
    customer: 'Example Freight',
    owner: null,
  })
  expect(matchesWords(row, '')).toBe(true)
  expect(matchesWords(row, '  freight CÓRDOBA ')).toBe(true)
  expect(matchesWords(row, 'c-77')).toBe(true)
  expect(matchesWords(row, 'freight sms')).toBe(false)
  expect(matchesWords(row, 'null')).toBe(false)
})
