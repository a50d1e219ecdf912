import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareConsequence } from '../../../renderer/boards/consequence-order.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import { clockWith, rowWith } from '../support/board-rows.ts'

function order(rows: BoardRow[]): string[] {
  return rows.toSorted(compareConsequence).map((row) => row.ticketId)
}

test('breached, due soonest, unknown, paused, nothing due', () => {
  const rows = [
    rowWith({ ticketId: 'nothing', clocks: [clockWith({ state: 'met', settledAt: 1 })] }),
    rowWith({ ticketId: 'paused', clocks: [clockWith({ state: 'paused', dueAt: null })] }),
    rowWith({ ticketId: 'unknown', clocks: [clockWith({ state: 'cannot-be-computed', dueAt: null })] }),
    rowWith({ ticketId: 'later', clocks: [clockWith({ dueAt: 9_000 })] }),
    rowWith({ ticketId: 'outside', clocks: [clockWith({ state: 'outside-hours', dueAt: 8_000 })] }),
    rowWith({ ticketId: 'sooner', clocks: [clockWith({ dueAt: 5_000 })] }),
    rowWith({ ticketId: 'breached', clocks: [clockWith({ state: 'breached', dueAt: 1_000 })] }),
  ]
  expect(order(rows)).toEqual(['breached', 'sooner', 'outside', 'later', 'unknown', 'paused', 'nothing'])
})

test('ties go to the more severe, then to the older case', () => {
  const rows = [
    rowWith({ ticketId: 'none', severityRank: null }),
    rowWith({ ticketId: 'younger', severityRank: 0, createdAt: 2 }),
    rowWith({ ticketId: 'older', severityRank: 0, createdAt: 1 }),
    rowWith({ ticketId: 'milder', severityRank: 2 }),
  ]
  expect(order(rows)).toEqual(['older', 'younger', 'milder', 'none'])
})

test('is one total order: the same however the rows arrive', () => {
  const anyRow = fc
    .record({
      id: fc.uuid(),
      due: fc.option(fc.integer({ min: 0, max: 5 })),
      state: fc.constantFrom('running', 'paused', 'breached', 'met', 'cannot-be-computed' as const),
      rank: fc.option(fc.integer({ min: 0, max: 2 })),
    })
    .map(({ id, due, state, rank }) =>
      rowWith({ ticketId: id, severityRank: rank, clocks: [clockWith({ state, dueAt: due })] }),
    )
  fc.assert(
    fc.property(fc.uniqueArray(anyRow, { selector: (row) => row.ticketId, maxLength: 12 }), (rows) => {
      expect(order(rows.toReversed())).toEqual(order(rows))
    }),
  )
})
