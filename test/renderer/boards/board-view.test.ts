import { expect, test } from 'vitest'
import { nextSort } from '../../../renderer/boards/board-header.tsx'
import {
  type BoardView,
  isFiltered,
  parseView,
  viewId,
  viewState,
  WHOLE_BOARD,
} from '../../../renderer/boards/board-view.ts'
import { NOBODY } from '../../../renderer/boards/watches.ts'

test('a view comes back as it was saved', () => {
  const view: BoardView = {
    tile: 'unowned',
    watch: 'madrid',
    words: 'freight',
    grouping: 'customer',
    sort: { column: 'updated', descending: true },
  }
  expect(parseView(viewState(view))).toEqual(view)
  expect(parseView(viewState(WHOLE_BOARD))).toEqual(WHOLE_BOARD)
})

test('what a view does not know counts as not chosen', () => {
  expect(parseView({ tile: 'gone', watch: 7, words: 7, grouping: null, sortColumn: 'colour' })).toEqual(
    WHOLE_BOARD,
  )
})

test('a view that a watch narrows is a filtered one, the gaps between the desks included', () => {
  expect(isFiltered(WHOLE_BOARD)).toBe(false)
  expect(isFiltered({ ...WHOLE_BOARD, watch: NOBODY })).toBe(true)
  expect(parseView(viewState({ ...WHOLE_BOARD, watch: NOBODY })).watch).toBe(NOBODY)
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
