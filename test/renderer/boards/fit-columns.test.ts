import { expect, test } from 'vitest'
import { BOARD_COLUMNS } from '../../../renderer/boards/column-sizes.ts'
import { fitColumns, gridTracks } from '../../../renderer/boards/fit-columns.ts'

const whole = BOARD_COLUMNS.reduce((sum, column) => sum + column.width, 0)

test('everything is shown where there is room', () => {
  expect(fitColumns(whole)).toEqual(BOARD_COLUMNS.map(({ id }) => id))
})

test('the least needed column goes first, and never what a countdown needs', () => {
  expect(fitColumns(whole - 1)).not.toContain('desk')
  expect(fitColumns(whole - 1)).toContain('domain')
  expect(fitColumns(0)).toEqual(['state', 'case', 'severity', 'clock', 'subject'])
})

test('what is shown fits as long as anything can be hidden', () => {
  for (let width = 600; width < 2_000; width += 7) {
    const taken = BOARD_COLUMNS.filter(({ id }) => fitColumns(width).includes(id)).reduce(
      (sum, column) => sum + column.width,
      0,
    )
    expect(taken).toBeLessThanOrEqual(width)
  }
})

test('the subject takes the width that is left', () => {
  expect(gridTracks(['state', 'subject'])).toBe('30px minmax(220px, 1fr)')
})
