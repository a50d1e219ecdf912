import { expect, test } from 'vitest'
import { groupRows } from '../../../renderer/boards/group-rows.ts'
import { moveActive } from '../../../renderer/boards/move-active.ts'
import { rowWith } from '../support/board-rows.ts'

const rows = [
  rowWith({ ticketId: '1', customer: 'B' }),
  rowWith({ ticketId: '2', customer: null }),
  rowWith({ ticketId: '3', customer: 'A' }),
  rowWith({ ticketId: '4', customer: 'B' }),
]

test('groups stand in the order of their first row and keep the order inside', () => {
  const lines = groupRows(rows, 'customer').map((line) =>
    line.kind === 'group' ? `${line.value} (${line.count})` : line.row.ticketId,
  )
  expect(lines).toEqual(['B (2)', '1', '4', 'null (1)', '2', 'A (1)', '3'])
})

test('severity groups by the assessed one where there is one', () => {
  const mixed = [
    rowWith({ ticketId: '1', reportedSeverity: 'P1', assessedSeverity: 'P3' }),
    rowWith({ ticketId: '2', reportedSeverity: 'P1', assessedSeverity: null }),
  ]
  const groups = groupRows(mixed, 'severity').filter((line) => line.kind === 'group')
  expect(groups.map((group) => group.value)).toEqual(['P3', 'P1'])
})

test('moving steps over headings and stops at the ends', () => {
  const lines = groupRows(rows, 'customer')
  expect(moveActive(lines, null, 1)).toBe('1')
  expect(moveActive(lines, '4', 1)).toBe('2')
  expect(moveActive(lines, '2', -1)).toBe('4')
  expect(moveActive(lines, '3', 1)).toBe('3')
  expect(moveActive(lines, '1', -20)).toBe('1')
  expect(moveActive(lines, '1', 'last')).toBe('3')
  expect(moveActive(lines, 'gone', 1)).toBe('1')
  expect(moveActive([], null, 1)).toBeNull()
})
