import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../shared/records/clock.ts'
import { barCells, barMarks, barSpan, lengthByLabel } from '../../../renderer/ticket/bar-scale.ts'
import { clockWith } from '../support/board-rows.ts'

const LABELS = ['counted', 'paused', 'closed', 'holiday', 'excluded', 'overdue'] as const

/** Stretches of the given lengths, one after the other from instant 1000. */
function ledgerOf(stretches: readonly (readonly [LedgerEntry['label'], number])[]): LedgerEntry[] {
  let at = 1_000
  return stretches.map(([label, length]) => {
    const from = at
    at += length
    const reason = { key: `ledger.${label}`, values: {} }
    return { from, to: at, label, countedMs: 0, causeEventId: null, reason }
  })
}

describe('the cells of a bar', () => {
  test('long stretches stand alone, short neighbours stand together by their shares', () => {
    const entries = ledgerOf([
      ['counted', 100],
      ['closed', 4],
      ['counted', 2],
      ['closed', 5],
      ['overdue', 100],
    ])
    expect(barCells(entries, 10)).toEqual([
      { from: 1_000, to: 1_100, shares: [{ label: 'counted', ms: 100 }] },
      {
        from: 1_100,
        to: 1_111,
        shares: [
          { label: 'counted', ms: 2 },
          { label: 'closed', ms: 9 },
        ],
      },
      { from: 1_111, to: 1_211, shares: [{ label: 'overdue', ms: 100 }] },
    ])
  })

  test('any ledger is covered whole, in order and by label, in few cells', () => {
    const stretch = fc.tuple(fc.constantFrom(...LABELS), fc.integer({ min: 1, max: 500 }))
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 200 }), (stretches) => {
        const entries = ledgerOf(stretches)
        const total = stretches.reduce((sum, [, length]) => sum + length, 0)
        const cells = barCells(entries, total / 50)
        expect(cells.length).toBeLessThanOrEqual(2 * 50 + 1)
        let at = 1_000
        const drawn = new Map<string, number>()
        for (const { from, to, shares } of cells) {
          expect(from).toBe(at)
          at = to
          expect(shares.reduce((sum, { ms }) => sum + ms, 0)).toBe(to - from)
          for (const { label, ms } of shares) drawn.set(label, (drawn.get(label) ?? 0) + ms)
        }
        expect(at).toBe(1_000 + total)
        expect(drawn).toEqual(lengthByLabel(entries))
      }),
    )
  })
})

describe('the marks of a bar', () => {
  test('a running clock has now and due', () => {
    expect(barMarks(clockWith({ dueAt: 50 }), 20)).toEqual([
      { kind: 'due', at: 50 },
      { kind: 'now', at: 20 },
    ])
  })
  test('a breach at the due instant is one mark, one that came later two', () => {
    const kinds = (breachedAt: number) =>
      barMarks(clockWith({ dueAt: 50, breachedAt }), 90).map(({ kind }) => kind)
    expect(kinds(50)).toEqual(['breached', 'now'])
    expect(kinds(70)).toEqual(['due', 'breached', 'now'])
  })
  test('an answered clock ends with its answer, a paused one has no due mark', () => {
    expect(barMarks(clockWith({ dueAt: 50, settledAt: 40 }), 90).at(-1)).toEqual({ kind: 'answered', at: 40 })
    expect(barMarks(clockWith({ dueAt: null, state: 'paused' }), 90)).toEqual([{ kind: 'now', at: 90 }])
  })
})

test('the bar spans ledger and marks, and is left out where there is no length', () => {
  const entries = ledgerOf([['counted', 100]])
  expect(barSpan(entries, [{ kind: 'due', at: 5_000 }])).toEqual({ from: 1_000, to: 5_000 })
  expect(barSpan(entries, [{ kind: 'due', at: 10 }])).toEqual({ from: 10, to: 1_100 })
  expect(barSpan([], [{ kind: 'now', at: 10 }])).toBeNull()
})
