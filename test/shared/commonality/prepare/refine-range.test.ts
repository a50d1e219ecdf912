import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConjunctionPart } from '../../../../shared/records/conjunction-part.ts'
import type { Conjunction } from '../../../../shared/commonality/case-table.ts'
import { insideRows } from '../../../../shared/commonality/findings/inside-rows.ts'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import type { Prepared } from '../../../../shared/commonality/prepare/prepared.ts'
import { refineRange } from '../../../../shared/commonality/prepare/refine-range.ts'
import { toParts } from '../../../../shared/commonality/prepare/to-parts.ts'
import { recordsOf } from './made-records.ts'

const ROWS = 1_000
const rows = Array.from({ length: ROWS }, (_, row) => row)
const BEGIN = Date.UTC(2026, 10, 20, 8)
const MINUTE = 60_000

/** The literal that covers the row, in a view of the column with so many ranges. */
function literalAt(prepared: Prepared, column: string, ranges: number, row: number): Conjunction {
  const dimension = prepared.views.findIndex(
    (view) => view.kind === 'ranges' && view.column.name === column && view.cuts.length === ranges + 1,
  )
  return [{ dimension, code: prepared.caseTable.dimensions[dimension]?.codes[row] ?? 0 }]
}

function refinedParts(
  prepared: Prepared,
  conjunction: Conjunction,
  explained?: Uint8Array,
): ConjunctionPart[] {
  const refined = refineRange(prepared, conjunction, explained)
  return toParts(refined.prepared, refined.conjunction)
}

describe('a window', () => {
  const start = { kind: 'time' as const, cells: rows.map((row) => BEGIN + row * MINUTE) }

  test('begins with the first and ends after the last record of the stretch, whichever piece was found', () => {
    const prepared = prepareCase(
      recordsOf(
        { start },
        rows.map((row) => row >= 333 && row < 617),
      ),
    )
    for (const ranges of [64, 32, 16, 8, 4, 2]) {
      expect(refinedParts(prepared, literalAt(prepared, 'start', ranges, 450))).toEqual([
        { kind: 'window', column: 'start', from: BEGIN + 333 * MINUTE, to: BEGIN + 617 * MINUTE },
      ])
    }
  })

  test('is told to the second where records are, and to the minute where they are not', () => {
    const cells = rows.map((row) => BEGIN + row * 7_000)
    const prepared = prepareCase(
      recordsOf(
        { start: { kind: 'time', cells } },
        rows.map((row) => row >= 100 && row < 200),
      ),
    )
    expect(refinedParts(prepared, literalAt(prepared, 'start', 64, 150))).toEqual([
      { kind: 'window', column: 'start', from: BEGIN + 700_000, to: BEGIN + 199 * 7_000 + 1_000 },
    ])
  })

  test('that holds to the last record is open: it ends after the last of all', () => {
    const prepared = prepareCase(
      recordsOf(
        { start },
        rows.map((row) => row >= 700 && row % 10 !== 9),
      ),
    )
    expect(refinedParts(prepared, literalAt(prepared, 'start', 4, 990))).toEqual([
      { kind: 'window', column: 'start', from: BEGIN + 700 * MINUTE, to: BEGIN + ROWS * MINUTE },
    ])
  })

  test('of a carrier is that of its own records', () => {
    const carrier = rows.map((row) => (row % 3 === 0 ? 'X' : 'Y'))
    const prepared = prepareCase(
      recordsOf(
        { carrier, start },
        rows.map((row) => row % 3 === 0 && row >= 300 && row < 600),
      ),
    )
    const conjunction = [{ dimension: 0, code: 1 }, ...literalAt(prepared, 'start', 64, 450)]
    expect(refinedParts(prepared, conjunction)).toEqual([
      { kind: 'value', column: 'carrier', value: 'X' },
      { kind: 'window', column: 'start', from: BEGIN + 300 * MINUTE, to: BEGIN + 598 * MINUTE },
    ])
  })

  test('is not made of what an earlier finding explains, and is left as it was where that is all', () => {
    const failing = (row: number) => (row >= 100 && row < 300) || (row >= 600 && row < 700)
    const prepared = prepareCase(recordsOf({ start }, rows.map(failing)))
    const explained = Uint8Array.from(rows, (row) => (row < 300 ? 1 : 0))
    expect(refinedParts(prepared, literalAt(prepared, 'start', 2, 650), explained)).toEqual([
      { kind: 'window', column: 'start', from: BEGIN + 600 * MINUTE, to: BEGIN + 700 * MINUTE },
    ])
    const piece = literalAt(prepared, 'start', 64, 250)
    expect(refineRange(prepared, piece, explained)).toEqual({ prepared, conjunction: piece })
  })
})

describe('a range of a number', () => {
  test('ends at the roundest number that cuts the same records, and is open where none lies beyond', () => {
    const mos = rows.map((row) => 1 + (row % 400) / 100)
    const prepared = prepareCase(
      recordsOf(
        { mos },
        rows.map((_, row) => (mos[row] ?? 0) < 2.505),
      ),
    )
    expect(refinedParts(prepared, literalAt(prepared, 'mos', 16, 0))).toEqual([
      { kind: 'range', column: 'mos', from: null, to: 2.51 },
    ])
    const middle = prepareCase(
      recordsOf(
        { mos },
        rows.map((row) => row % 400 >= 171 && row % 400 < 230),
      ),
    )
    expect(refinedParts(middle, literalAt(middle, 'mos', 4, 200))).toEqual([
      { kind: 'range', column: 'mos', from: 2.71, to: 3.3 },
    ])
  })

  test('of a single number is that value', () => {
    const port = rows.map((row) => 5_000 + (row % 300))
    const prepared = prepareCase(
      recordsOf(
        { port },
        rows.map((_, row) => port[row] === 5_060),
      ),
    )
    expect(refinedParts(prepared, literalAt(prepared, 'port', 16, 60))).toEqual([
      { kind: 'value', column: 'port', value: '5060' },
    ])
  })

  test('has no blank in it', () => {
    const mos = rows.map((row) => (row % 7 === 0 ? null : 1 + (row % 400) / 100))
    const prepared = prepareCase(
      recordsOf(
        { mos },
        rows.map((_, row) => (mos[row] ?? 0) < 2),
      ),
    )
    const refined = refineRange(prepared, literalAt(prepared, 'mos', 16, 1))
    const covered = insideRows(refined.prepared.caseTable, refined.conjunction)
    expect([...covered].filter((row) => mos[row] === null)).toEqual([])
    expect(covered).toHaveLength(rows.filter((row) => mos[row] !== null && (mos[row] ?? 0) < 2).length)
  })
})

describe('refining', () => {
  test('keeps the views there were and adds one in which the stretch is one piece and the outside is as it was', () => {
    const mos = rows.map((row) => 1 + (row % 400) / 100)
    const prepared = prepareCase(
      recordsOf(
        { mos },
        rows.map((row) => row % 400 >= 171 && row % 400 < 230),
      ),
    )
    const refined = refineRange(prepared, literalAt(prepared, 'mos', 4, 200))
    expect(refined.prepared.views.slice(0, -1)).toEqual(prepared.views)
    const [before, after] = [prepared.views[0], refined.prepared.views.at(-1)]
    if (before?.kind !== 'ranges' || after?.kind !== 'ranges') throw new Error('no ranges')
    const outside = [...before.cuts].filter((cut) => cut < 2.71 || cut > 3.3)
    expect([...after.cuts]).toEqual([...outside, 2.71, 3.3].sort((a, b) => a - b))
    const codes = refined.prepared.caseTable.dimensions.at(-1)?.codes ?? []
    const [inside] = refined.conjunction
    expect(rows.filter((row) => codes[row] === inside?.code)).toEqual(
      rows.filter((row) => row % 400 >= 171 && row % 400 < 230),
    )
  })

  test('leaves values, prefixes and blanks as they are', () => {
    const prepared = prepareCase(
      recordsOf(
        { carrier: rows.map((row) => `c${row % 4}`) },
        rows.map((row) => row % 4 === 0),
      ),
    )
    const conjunction = [{ dimension: 0, code: 1 }]
    expect(refineRange(prepared, conjunction)).toEqual({ prepared, conjunction })
  })

  test('covers all that fails and nothing else, wherever one stretch alone fails', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.integer({ min: 30, max: 400 }), fc.nat(), (first, length, seed) => {
        const last = Math.min(ROWS - 1, first + length)
        // Numbers in an order of their own, so that rows and ranges have nothing to do with each other.
        const place = rows.map((row) => (row * 577 + seed) % ROWS)
        const failing = place.map((at) => at >= first && at <= last)
        const load = place.map((at) => at * 3 + 0.5)
        const prepared = prepareCase(recordsOf({ load }, failing))
        const middle = place.indexOf(Math.floor((first + last) / 2))
        const refined = refineRange(prepared, literalAt(prepared, 'load', 16, middle))
        const covered = [...insideRows(refined.prepared.caseTable, refined.conjunction)]
        expect(covered).toEqual(rows.filter((row) => failing[row]))
      }),
      { numRuns: 40 },
    )
  })
})
