import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wallPage } from '../../../renderer/wall/wall-pages.ts'

interface Row {
  id: number
  critical: boolean
}
const isCritical = (row: Row): boolean => row.critical

function rowsOf(critical: number, other: number): Row[] {
  return Array.from({ length: critical + other }, (_, id) => ({ id, critical: id < critical }))
}

describe('rows of a wall', () => {
  test('everything fits: one page', () => {
    const page = wallPage(rowsOf(2, 3), isCritical, 5, 7)
    expect(page).toMatchObject({ pageCount: 1, pageIndex: 0, criticalInRotation: 0 })
    expect([...page.pinned, ...page.page].map((row) => row.id)).toEqual([0, 1, 2, 3, 4])
  })

  test('critical rows stay while the others take turns', () => {
    const turns = [0, 1, 2].map((turn) => wallPage(rowsOf(2, 6), isCritical, 4, turn))
    expect(turns.map((page) => page.pinned.map((row) => row.id))).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ])
    expect(turns.map((page) => page.page.map((row) => row.id))).toEqual([
      [2, 3],
      [4, 5],
      [6, 7],
    ])
  })

  test('critical rows all stay as long as one row is left for turns', () => {
    const page = wallPage(rowsOf(10, 30), isCritical, 11, 3)
    expect(page.pinned).toHaveLength(10)
    expect(page).toMatchObject({ criticalInRotation: 0, pageCount: 30, pageIndex: 3 })
  })

  test('more critical rows than room: the first stay, the rest take turns and are counted', () => {
    const page = wallPage(rowsOf(20, 0), isCritical, 8, 0)
    expect(page.pinned.map((row) => row.id)).toEqual([0, 1, 2, 3, 4, 5])
    expect(page.criticalInRotation).toBe(14)
  })

  test('over all turns every row is seen, never more than fit, and pinned rows on every turn', () => {
    assert(
      property(
        nat({ max: 40 }),
        nat({ max: 60 }),
        integer({ min: 1, max: 20 }),
        (critical, other, capacity) => {
          const rows = rowsOf(critical, other)
          const { pageCount, pinned } = wallPage(rows, isCritical, capacity, 0)
          const seen = new Set<number>()
          for (let turn = 0; turn < pageCount; turn += 1) {
            const page = wallPage(rows, isCritical, capacity, turn)
            expect(page.pinned).toEqual(pinned)
            expect(page.pinned.length + page.page.length).toBeLessThanOrEqual(capacity)
            for (const row of [...page.pinned, ...page.page]) seen.add(row.id)
          }
          expect(seen.size).toBe(rows.length)
        },
      ),
    )
  })
})
