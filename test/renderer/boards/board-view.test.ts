import { expect, test } from 'vitest'
import { nextSort } from '../../../renderer/boards/board-header.tsx'
import {
  type BoardView,
  parseView,
  viewId,
  viewState,
  WHOLE_BOARD,
} from '../../../renderer/boards/board-view.ts'

test('a view comes back as it was saved', () => {
  const view: BoardView = {
    tile: 'unowned',
    words: 'freight',
    grouping: 'customer',
    sort: { column: 'updated', descending: true },
  }
  expect(parseView(viewState(view))).toEqual(view)
  expect(parseView(viewState(WHOLE_BOARD))).toEqual(WHOLE_BOARD)
})

test('what a view does not know counts as not chosen', () => {
  expect(parseView({ tile: 'gone', words: 7, grouping: null, sortColumn: 'colour' })).toEqual(WHOLE_BOARD)
})

test.each([
  ['Mañana: P1 y P2', 'manana-p1-y-p2'],
  ['  Night / desk  ', 'night-desk'],
  ['???', ''],
])('the id of %j is %j', (name, id) => {
  expect(viewId(name)).toBe(id)
})

test('a heading sorts up, then down, then not at all', () => {
  const up = nextSort(null, 'owner')
  const down = nextSort(up, 'owner')
  expect([up, down, nextSort(down, 'owner')]).toEqual([
    { column: 'owner', descending: false },
    { column: 'owner', descending: true },
    null,
  ])
  expect(nextSort(down, 'case')).toEqual({ column: 'case', descending: false })
})
